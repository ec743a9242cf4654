import { useRef, useState } from 'react';
import { useRefresh } from '../../api/reads.js';

/** Sends a change of a person once however often it is pressed, and reads anew what shows it. */
export function useSend() {
  const refresh = useRefresh();
  const busy = useRef(false);
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<unknown>, then: () => void) => {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    change()
      .then(() => refresh('/api/people', '/api/units', '/api/orphans', '/api/follow-up', '/api/alerts'))
      .then(then)
      .catch(setProblem)
      .finally(() => (busy.current = false));
  };
  return { problem, send };
}
