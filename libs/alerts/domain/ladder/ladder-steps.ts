import type { LadderStep } from '#registry/contract';
import type { AlertLevel } from '../../contract/index.js';

/** The steps that a cause of this age has reached, earliest first. */
export const passedSteps = (steps: readonly LadderStep[], age: number): readonly LadderStep[] =>
  steps.filter(({ workingDays }) => workingDays <= age).sort((a, b) => a.workingDays - b.workingDays);

const ABOVE_UNITS = ['coordinator', 'service-unit-leader'] as const satisfies readonly LadderStep['to'][number][];

/**
 * How far a cause has escalated: `coordinator` when a step has told somebody above the unit, `alert` when a later step
 * than the first has told the unit's leaders, and otherwise a `reminder` to those who answer for it.
 */
export function levelAt(steps: readonly LadderStep[], age: number): AlertLevel {
  const passed = passedSteps(steps, age);
  if (passed.some(({ to }) => ABOVE_UNITS.some((receiver) => to.includes(receiver)))) return 'coordinator';
  const [first] = steps.toSorted((a, b) => a.workingDays - b.workingDays);
  return passed.some((step) => step !== first && step.to.includes('unit-leader')) ? 'alert' : 'reminder';
}
