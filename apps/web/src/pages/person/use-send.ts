import { useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { useRefresh } from '../../api/reads.js';
import { useOnce } from '../../api/use-once.js';

/** Sends a change of a person once however often it is pressed, and reads anew what shows it. */
export function useSend() {
  const refresh = useRefresh();
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<unknown>, then: () => void) => {
    void once(async () => {
      setProblem(undefined);
      try {
        await change();
        await refresh('/api/people', '/api/units', '/api/orphans', '/api/follow-up', '/api/alerts');
        then();
      } catch (fault) {
        // The form then shows the changes of others.
        if (isProblem(fault) && fault.isStale) await refresh('/api/people');
        setProblem(fault);
      }
    });
  };
  return { problem, send };
}
