import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isProblem } from '../api/problem.js';
import { reading } from '../api/reads.js';
import { Routed } from './routes.js';

const FRESH_MS = 30_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Only a lack of answer is worth asking again by itself; a refusal stays a refusal.
      retry: (count, fault) => count < 3 && isProblem(fault) && (fault.isOffline || fault.status >= 502),
      // The house may be on this machine or in the town hall: a browser without network still asks.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Asks who is signed in while texts and page are on their way; every page behind the sign-in waits for it. */
export const askWhoIsThere = (): void => void queries.prefetchQuery({ ...reading('/api/session'), retry: false });

/** The whole of the pages. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Routed />
  </QueryClientProvider>
);
