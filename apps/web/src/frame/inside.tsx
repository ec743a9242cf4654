import { Suspense } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Announcer } from './announcer.js';
import { Layout } from './layout.js';
import { SessionProvider } from './session.js';
import { SessionEnded } from './session-ended.js';
import { Loading, ProblemShown } from './states.js';

/** Everything behind the sign-in. Whoever is not signed in comes back here afterwards. */
export function Inside() {
  const { pathname, search } = useLocation();
  return (
    <SessionProvider
      otherwise={({ state, problem, again }) => {
        if (state === 'signed-out') return <Navigate to="/logg-inn" replace state={{ from: pathname + search }} />;
        return <main>{state === 'asking' ? <Loading /> : <ProblemShown problem={problem} onAgain={again} />}</main>;
      }}
    >
      <Announcer>
        <Layout>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Layout>
        <SessionEnded />
      </Announcer>
      <ScrollRestoration />
    </SessionProvider>
  );
}
