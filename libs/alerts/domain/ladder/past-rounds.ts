import type { CalendarDate } from '#platform/kernel';
import type { Settings } from '#registry/contract';
import { afterStep, NO_STEPS, type AlertSteps } from '../alert-steps/alert-steps.state.js';
import { causesOfDay, dueSteps, type CausesOfDay, type DueStep, type RoundFacts } from './round.js';

/** The facts of a day's round, without the settings and the steps that are tried on them. */
export interface FactsOfDay extends Omit<RoundFacts, 'settings' | 'stepsOf'> {
  /** True if somebody had marked the alert as handled by then, about the day that its steps are counted from. */
  readonly isHandled: (alertId: string, countedFrom: CalendarDate) => boolean;
}

/** A morning of rounds by several settings, which differ in their steps alone: its causes are found once. */
export interface PastMorning extends CausesOfDay, Pick<FactsOfDay, 'isHandled'> {
  readonly day: CalendarDate;
}

/** @param settings of which the steps do not matter here */
export const pastMorning = (day: CalendarDate, facts: FactsOfDay, settings: Settings): PastMorning => ({
  day,
  isHandled: facts.isHandled,
  ...causesOfDay(day, { ...facts, settings }),
});

/** A step that a round would have told. */
export interface PastStep extends Pick<DueStep, 'cause' | 'step' | 'to'> {
  readonly on: CalendarDate;
}

/**
 * Rounds of days that are over, in order, by settings that need not have been in force: the function of the real rounds
 * (`dueSteps`), each knowing what the ones before told. Nothing is sent or written.
 */
export class PastRounds {
  private readonly steps = new Map<string, AlertSteps>();

  constructor(private readonly settings: Settings) {}

  /** The steps that the round of the day would have told. */
  on({ day, isHandled, ...open }: PastMorning): readonly PastStep[] {
    const stepsOf = (alertId: string): AlertSteps | undefined => {
      const told = this.steps.get(alertId);
      return told && told.countedFrom !== null && isHandled(alertId, told.countedFrom)
        ? { ...told, isHandled: true }
        : told;
    };
    const due = dueSteps(open, { settings: this.settings, stepsOf }, false);
    for (const { cause, step, to } of due)
      this.steps.set(
        cause.id,
        afterStep(this.steps.get(cause.id) ?? NO_STEPS, { countedFrom: cause.countedFrom, step, to }),
      );
    return due.map(({ cause, step, to }) => ({ on: day, cause, step, to }));
  }
}
