import { useState } from 'react';
import { isProblem, type Problem } from '../../../api/problem.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { useOnce } from '../../../api/use-once.js';

/** State and submission of a form in the panel. */
export interface StepState {
  readonly busy: boolean;
  readonly problem: unknown;
  /** The API's sentence about a field, if any. */
  readonly wrongAt: (field: string) => string | undefined;
  readonly carryOut: (step: () => Promise<unknown>, then: () => void) => void;
}

/** Runs a step once however often it is pressed, and then reads the shown data again. */
export function useStep(): StepState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const carryOut: StepState['carryOut'] = (step, then) => {
    void once(async () => {
      setBusy(true);
      setProblem(undefined);
      try {
        await step();
        await refetchChanged('followup', 'schoolyear');
        then();
      } catch (fault) {
        setProblem(fault);
      } finally {
        setBusy(false);
      }
    });
  };
  const wrongAt = (field: string) => (isProblem(problem) ? sentenceAt(problem, field) : undefined);
  return { busy, problem, wrongAt, carryOut };
}

const sentenceAt = ({ broken }: Problem, field: string): string | undefined =>
  broken.find(({ at }) => at === field)?.detail;
