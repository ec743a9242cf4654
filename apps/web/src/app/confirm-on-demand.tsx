import { useEffect, useState } from 'react';
import { confirmBy } from '../api/confirmation.js';
import { lazyPart } from '../parts/lazy-part/lazy-part.js';

const ConfirmDialog = lazyPart(async () => (await import('./confirm-dialog.js')).ConfirmDialog);

type End = (isConfirmed: boolean) => void;

/** Asks the user to prove who they are when a change demands it. */
export function ConfirmOnDemand() {
  const [end, setEnd] = useState<{ readonly by: End }>();
  useEffect(
    () =>
      confirmBy(
        () =>
          new Promise((resolve) => {
            const by: End = (isConfirmed) => {
              setEnd(undefined);
              resolve(isConfirmed);
            };
            setEnd({ by });
          }),
      ),
    [],
  );
  return end && <ConfirmDialog onEnd={end.by} />;
}
