import { useState } from 'react';
import { isProblem } from './problem.js';
import { useRefetchChanged } from './refetch-changed.js';
import { useOnce } from './use-once.js';

/**
 * Sends a change once however often it is pressed, and then reads anew what shows it: also when it is refused because
 * others have changed the same, so that the form shows theirs. `readAnew` names what has changed.
 */
export function useSendOnce(readAnew: (refetchChanged: ReturnType<typeof useRefetchChanged>) => Promise<unknown>) {
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<unknown>, then: () => void) => {
    void once(async () => {
      setProblem(undefined);
      try {
        await change();
        await readAnew(refetchChanged);
        then();
      } catch (fault) {
        if (isProblem(fault) && fault.isStale) await readAnew(refetchChanged);
        setProblem(fault);
      }
    });
  };
  return { problem, send };
}
