import {
  useMutation,
  type MutateOptions,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Problem } from './problem.js';

/** Runs one task at a time, until its results are read again: a request meanwhile is treated as the same intent. */
export function useOnce(): (run: () => Promise<unknown>) => Promise<void> {
  const busy = useRef(false);
  return useCallback(async (run) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await run();
    } finally {
      busy.current = false;
    }
  }, []);
}

type Mutate<Data, Wish> = (wish: Wish, callbacks?: MutateOptions<Data, Problem, Wish>) => void;
type Sending<Data, Wish> = Omit<UseMutationResult<Data, Problem, Wish>, 'mutate' | 'mutateAsync'> & {
  readonly mutate: Mutate<Data, Wish>;
};

/** A change made by a page. The same intent is not sent again before it has been carried out and shown. */
export function useSending<Data, Wish = void>(options: UseMutationOptions<Data, Problem, Wish>): Sending<Data, Wish> {
  const { mutateAsync: _, ...mutation } = useMutation<Data, Problem, Wish>(options);
  const send = mutation.mutate as Mutate<Data, Wish>;
  const busy = useRef(new Set<string>());
  const mutate: Mutate<Data, Wish> = useCallback(
    (wish, callbacks) => {
      const words = JSON.stringify(wish) ?? '';
      if (busy.current.has(words)) return;
      busy.current.add(words);
      send(wish, {
        ...callbacks,
        onSettled: (...ended) => {
          busy.current.delete(words);
          callbacks?.onSettled?.(...ended);
        },
      });
    },
    [send],
  );
  return { ...mutation, mutate };
}
