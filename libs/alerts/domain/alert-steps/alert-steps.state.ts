import type { CalendarDate } from '#platform/kernel';
import type { Receiver } from '../ladder/receivers.js';

/** The steps of one alert, as far as decisions need them; about the day that they are counted from. */
export interface AlertSteps {
  /** Null before the first step. */
  readonly countedFrom: CalendarDate | null;
  /** The highest step that was told; null for none. */
  readonly told: number | null;
  /** The receivers of that step, with those who were told later because they took over from one of them. */
  readonly toldTo: readonly Receiver[];
  /** Everybody whom any step has told. */
  readonly toldIds: readonly string[];
  /** A step that waits for the coordinator; null for none. */
  readonly waiting: number | null;
  /** True if the waiting step was released and not yet told. */
  readonly isReleased: boolean;
  /** True once the alert was put aside: that is possible once for each day that steps are counted from. */
  readonly wasSnoozed: boolean;
  /** The day on which it comes back after it was put aside; null where it was not, or a step was told since. */
  readonly snoozedUntil: CalendarDate | null;
  readonly isHandled: boolean;
}

export const NO_STEPS: AlertSteps = {
  countedFrom: null,
  told: null,
  toldTo: [],
  toldIds: [],
  waiting: null,
  isReleased: false,
  wasSnoozed: false,
  snoozedUntil: null,
  isHandled: false,
};

/** A step that told its receivers. */
export interface StepTold {
  readonly countedFrom: CalendarDate;
  readonly step: number;
  readonly to: readonly Receiver[];
}

/** The steps after one was told; those about another day are forgotten. */
export function afterStep(before: AlertSteps, { countedFrom, step, to }: StepTold): AlertSteps {
  const same = before.countedFrom === countedFrom ? before : NO_STEPS;
  return {
    ...same,
    countedFrom,
    told: step,
    toldTo: same.told === step ? [...same.toldTo, ...to] : to,
    toldIds: [...new Set([...same.toldIds, ...to.map(({ personId }) => personId)])],
    waiting: null,
    isReleased: false,
    snoozedUntil: null,
  };
}
