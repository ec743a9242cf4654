import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isProblem } from '../api/problem.js';
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

/** The whole of the pages. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Routed />
  </QueryClientProvider>
);
