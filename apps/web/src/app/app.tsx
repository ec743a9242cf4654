import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isProblem } from '../api/problem.js';
import { reading } from '../api/reads.js';
import { Routed } from './routes.js';

const FRESH_MS = 30_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Only a missing answer is retried automatically; a refusal is final.
      retry: (count, fault) => count < 3 && isProblem(fault) && (fault.isOffline || fault.status >= 502),
      // The server may run on this machine or a local network: requests are sent even when the browser is offline.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Reads the session while texts and page are loading; every page behind the sign-in waits for it. */
export const prefetchSession = (): void => void queries.prefetchQuery({ ...reading('/api/session'), retry: false });

/** The web application. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Routed />
  </QueryClientProvider>
);
