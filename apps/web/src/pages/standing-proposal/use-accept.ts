import { useRef, useState } from 'react';
import { answered, api } from '../../api/client.js';
import { refusedUnits, type DecidedUnits, type RefusedUnit } from '../../api/decided-units.js';
import { isProblem, type Problem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useOnce } from '../../api/use-once.js';
import type { ShownTable } from './tables.js';

/** Progress of the acceptance. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly units: number;
  readonly refused: readonly RefusedUnit[];
  /** Why it stopped before all were sent; sending again continues with the rest. */
  readonly problem: Problem | undefined;
  readonly isRunning: boolean;
}

/** Units in one request: few enough that the progress is seen, and that little is sent again after a lost answer. */
const AT_A_TIME = 24;

/** Sets the accepted units, some at a time. An interruption leaves whole units: those that are set are proposed no more. */
export function useAccept() {
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const [progress, setProgress] = useState<Progress>();
  const latest = useRef(progress);
  const tell = (now: Progress) => {
    latest.current = now;
    setProgress(now);
  };
  const accept = (tables: readonly ShownTable[], onDone: (done: Progress) => void) =>
    once(async () => {
      let now: Progress = {
        done: 0,
        total: tables.length,
        units: 0,
        refused: [],
        problem: undefined,
        isRunning: true,
      };
      tell(now);
      try {
        for (let at = 0; at < tables.length; at += AT_A_TIME) {
          const answer = await send(tables.slice(at, at + AT_A_TIME));
          now = {
            ...now,
            done: Math.min(at + AT_A_TIME, tables.length),
            units: now.units + answer.units,
            refused: [...now.refused, ...answer.refused],
          };
          tell(now);
        }
      } catch (fault) {
        if (!isProblem(fault)) throw fault;
        now = { ...now, problem: fault };
      } finally {
        await refetchChanged('unit');
        now = { ...now, isRunning: false };
        tell(now);
      }
      onDone(now);
    });
  return { progress, accept };
}

async function send(tables: readonly ShownTable[]) {
  const answer = (await answered(
    api.PUT('/api/standing-participants', {
      body: {
        units: tables.map(({ unitId, revision, participants }) => ({
          unitId,
          revision,
          participants: participants.map(({ personId, deputyId }) => ({ personId, deputyId })),
        })),
      },
    }),
  )) as unknown as DecidedUnits;
  return { units: answer.units, refused: refusedUnits(answer) };
}
