import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answered, api, displays, onSignedOut, type Instead } from '../api/client.js';
import { isProblem, type Problem } from '../api/problem.js';
import { reading, type Answer } from '../api/reads.js';
import { useQuery } from '@tanstack/react-query';
import { usePrinting } from '../parts/printing/use-printing.js';
import { followMunicipality, isFollowed } from './language.js';

/** Who is signed in, with the roles held today and the day that lists go by. */
export type Who = Answer<'/api/session'>;
export type Role = Who['roles'][number]['role'];

interface Session {
  readonly who: Who;
  /** True from when the API said that nobody is signed in, until someone is again. */
  readonly ended: boolean;
  /** Who is signed in instead, once it has ended. */
  readonly instead: Instead;
  readonly isPrinting: boolean;
  readonly signIn: (personId: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** To be called where something else than an answer of the API shows that nobody is signed in. */
  readonly sessionHasEnded: () => void;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Whoever is signed in. Only below the frame, where someone is. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}

/** True where the one who is signed in holds one of these roles today. */
export function useHolds(...roles: readonly Role[]): boolean {
  return useSession().who.roles.some(({ role }) => roles.includes(role));
}

/** Begins a session as one of the demo's people. @throws Problem */
export const beginSession = (personId: string): Promise<Who> =>
  answered(api.POST('/api/session', { body: { personId } })) as Promise<Who>;

interface Known {
  readonly state: 'asking' | 'signed-out' | 'unknown';
  readonly problem?: Problem;
  readonly again: () => void;
}

/**
 * Asks who is signed in and gives it to everything below. A session that ends takes nothing away: what is on the screen
 * stays, with all that is typed in it, until the same person has signed in again.
 */
export function SessionProvider({
  children,
  otherwise,
}: {
  readonly children: ReactNode;
  readonly otherwise: (known: Known) => ReactNode;
}) {
  const queries = useQueryClient();
  // an answer stays when a later question finds nobody signed in: the one who was there stays there
  const asking = { ...reading('/api/session'), retry: false, retryOnMount: false, staleTime: Infinity };
  const { data: who, error, refetch } = useQuery(asking);
  const [ended, setEnded] = useState(false);
  const [instead, setInstead] = useState<Instead>('nobody');
  if (who) displays(who.personId);
  const language = who?.language;
  // pages that change their language while they are being opened vanish for a moment, and take the focus with them
  const [hasArrived, arrive] = useState(false);
  useEffect(() => {
    if (language) void followMunicipality(language).finally(() => arrive(true));
  }, [language]);
  const isReadable = hasArrived || (language !== undefined && isFollowed(language));
  useEffect(
    () =>
      onSignedOut((by) => {
        setInstead(by);
        setEnded(true);
      }),
    [],
  );

  const signIn = useCallback(
    async (personId: string) => {
      const next = await beginSession(personId);
      if (who && next.personId !== who.personId) return location.assign('/');
      queries.setQueryData(['/api/session', {}], next);
      setEnded(false);
      await queries.invalidateQueries();
    },
    [queries, who],
  );
  const signOut = useCallback(async () => {
    await api.DELETE('/api/session');
    location.assign('/logg-inn');
  }, []);
  const sessionHasEnded = useCallback(() => setEnded(true), []);
  // days are written with their year on paper: everything that reads the session is drawn again for it
  const isPrinting = usePrinting();
  const session = useMemo(
    () => who && { who, ended, instead, isPrinting, signIn, signOut, sessionHasEnded },
    [who, ended, instead, isPrinting, signIn, signOut, sessionHasEnded],
  );

  if (session && isReadable) return <SessionContext value={session}>{children}</SessionContext>;
  const again = () => void refetch();
  if (isProblem(error))
    return otherwise({ state: error.isSignedOut ? 'signed-out' : 'unknown', problem: error, again });
  return otherwise({ state: 'asking', again });
}
