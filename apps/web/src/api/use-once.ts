import {
  useMutation,
  type MutateOptions,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Problem } from './problem.js';

/** Runs one thing at a time, to its end with all that is read anew: what is asked for meanwhile is the same wish. */
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

/** A change that a page makes. The same wish once more, before it has been carried out and shown, is not sent again. */
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
