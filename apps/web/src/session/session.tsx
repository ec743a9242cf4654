import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answered, api, setDisplayedPerson, onSignedOut, type SignedInInstead } from '../api/client.js';
import { isProblem, type Problem } from '../api/problem.js';
import { reading, type Answer } from '../api/reads.js';
import { forgetVisit, rememberPerson } from '../early/early-answers.js';
import { useQuery } from '@tanstack/react-query';
import { rightOf } from './held-rights.js';
import { removeUnsentText } from './unsent-texts.js';
import { usePrinting } from './use-printing.js';
import { browserStorage } from '../storage/storage.js';
import { followMunicipality, isFollowed } from '../words/language.js';

/** The user with today's roles and the current day for lists. */
export type Who = Answer<'/api/session'>;
export type Role = Who['roles'][number]['role'];
export type Right = Who['rights'][number]['right'];

interface Session {
  readonly who: Who;
  /** True from an API answer that nobody is signed in until the next sign-in. */
  readonly ended: boolean;
  /** The user signed in instead, once it has ended. */
  readonly instead: SignedInInstead;
  readonly isPrinting: boolean;
  readonly signIn: (personId: string) => Promise<void>;
  /** Goes on when the user has signed in again in another tab. */
  readonly resume: () => Promise<void>;
  /** `alsoUnsent`: deletes the text of the user on this machine that the server has not got. @throws Problem */
  readonly signOut: (alsoUnsent?: boolean) => Promise<void>;
  /** For callers that learn about the ended session by other means than an API answer. */
  readonly sessionHasEnded: () => void;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** The current session. Only below the layout, which requires sign-in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}

/** True when the user holds the right somewhere. The API decides each request; this hides what it would refuse. */
export const useMay = (right: Right): boolean => rightOf(useSession().who, right) !== undefined;

/** True when the user holds the right in the whole municipality. */
export const useMayEverywhere = (right: Right): boolean => rightOf(useSession().who, right)?.everywhere ?? false;

/** Signs in as one of the demo's people. @throws Problem */
export const beginSession = (personId: string): Promise<Who> =>
  answered(api.POST('/api/session', { body: { personId } })) as Promise<Who>;

interface Known {
  readonly state: 'asking' | 'signed-out' | 'unknown';
  readonly problem?: Problem;
  readonly again: () => void;
}

/**
 * Reads the session and provides it to its children. When the session ends, everything on the screen stays, including
 * typed text, until the same person has signed in again.
 */
export function SessionProvider({
  children,
  otherwise,
}: {
  readonly children: ReactNode;
  readonly otherwise: (known: Known) => ReactNode;
}) {
  const queries = useQueryClient();
  // the answer is kept when a later read finds nobody signed in
  const asking = { ...reading('/api/session'), retry: false, retryOnMount: false, staleTime: Infinity };
  const { data: who, error, refetch } = useQuery(asking);
  const [ended, setEnded] = useState(false);
  const [instead, setInstead] = useState<SignedInInstead>('nobody');
  if (who) setDisplayedPerson(who.personId);
  const language = who?.language;
  const personId = who?.personId;
  useEffect(() => {
    if (personId && language) rememberPerson(personId, language);
  }, [personId, language]);
  // pages whose language changes while they load disappear for a moment and lose the focus
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
  const signOut = useCallback(
    async (alsoUnsent = false) => {
      const out = (await answered(api.DELETE('/api/session'))) as { readonly signOutAt: string | null };
      forgetVisit();
      if (alsoUnsent && personId) removeUnsentText(browserStorage, personId);
      location.assign(out.signOutAt ?? '/logg-inn');
    },
    [personId],
  );
  const resume = useCallback(async () => {
    // Still signed out, or signed in as another: the dialog stays.
    const next = await answered(api.GET('/api/session')).catch(() => undefined);
    if (!next) return;
    queries.setQueryData(['/api/session', {}], next);
    setEnded(false);
    await queries.invalidateQueries();
  }, [queries]);
  const sessionHasEnded = useCallback(() => setEnded(true), []);
  // dates on paper include the year: everything that uses the session is rendered again for printing
  const isPrinting = usePrinting();
  const session = useMemo(
    () => who && { who, ended, instead, isPrinting, signIn, resume, signOut, sessionHasEnded },
    [who, ended, instead, isPrinting, signIn, resume, signOut, sessionHasEnded],
  );

  if (session && isReadable) return <SessionContext value={session}>{children}</SessionContext>;
  const again = () => void refetch();
  if (isProblem(error))
    return otherwise({ state: error.isSignedOut ? 'signed-out' : 'unknown', problem: error, again });
  return otherwise({ state: 'asking', again });
}
