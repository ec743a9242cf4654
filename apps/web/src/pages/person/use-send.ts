import { useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useOnce } from '../../api/use-once.js';

/** Sends a change of a person once however often it is pressed, and reads anew what shows it. */
export function useSend() {
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<unknown>, then: () => void) => {
    void once(async () => {
      setProblem(undefined);
      try {
        await change();
        await refetchChanged('person');
        then();
      } catch (fault) {
        // The form then shows the changes of others.
        if (isProblem(fault) && fault.isStale) await refetchChanged('person');
        setProblem(fault);
      }
    });
  };
  return { problem, send };
}
