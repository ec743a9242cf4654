import { Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Announcer } from '../parts/announcer/announcer.js';
import { lazyPart } from '../parts/lazy-part/lazy-part.js';
import { Layout } from '../shell/layout.js';
import { useScrollPlace } from '../shell/scroll-place.js';
import { ConfirmOnDemand } from './confirm-on-demand.js';
import { SessionProvider, useSession } from '../session/session.js';
import { Loading, ProblemShown } from '../parts/states/states.js';

const SessionEnded = lazyPart(async () => (await import('./session-ended.js')).SessionEnded);

/** Everything behind the sign-in. Users who are not signed in return here afterwards. */
export function SignedIn() {
  const { pathname, search } = useLocation();
  useScrollPlace();
  return (
    <SessionProvider
      otherwise={({ state, problem, again }) => {
        if (state === 'signed-out') {
          const reason = problem?.isOfMerged ? `${problem.title}. ${problem.detail}` : undefined;
          return <Navigate to="/logg-inn" replace state={{ from: pathname + search, reason }} />;
        }
        return <main>{state === 'asking' ? <Loading /> : <ProblemShown problem={problem} onAgain={again} />}</main>;
      }}
    >
      <Announcer>
        <Layout>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Layout>
        <WhenSessionHasEnded />
        <ConfirmOnDemand />
      </Announcer>
    </SessionProvider>
  );
}

/** Loaded on demand; then it stays mounted, so that closing it returns the focus. */
function WhenSessionHasEnded() {
  const { ended } = useSession();
  const [needed, setNeeded] = useState(false);
  if (ended && !needed) setNeeded(true);
  return needed && <SessionEnded />;
}
