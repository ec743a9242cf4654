import { useState } from 'react';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useOnce } from '../../api/use-once.js';

/** Sends a decision about a sign-in once however often it is pressed, and reads the list anew. */
export function useSend() {
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<unknown>, then: () => void) => {
    void once(async () => {
      setProblem(undefined);
      try {
        await change();
        await refetchChanged('identity');
        then();
      } catch (fault) {
        setProblem(fault);
      }
    });
  };
  return { problem, send };
}
