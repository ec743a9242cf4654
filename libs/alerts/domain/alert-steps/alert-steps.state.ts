import type { CalendarDate } from '#platform/kernel';
import type { Receiver } from '../ladder/receivers.js';

/** The steps of one alert, as far as decisions need them; about the day that they are counted from. */
export interface AlertSteps {
  /** Null before the first step. */
  readonly countedFrom: CalendarDate | null;
  /** The highest step that was told; null for none. */
  readonly told: number | null;
  /** The receivers of that step. */
  readonly toldTo: readonly Receiver[];
  /** A step that waits for the coordinator; null for none. */
  readonly waiting: number | null;
  /** True if the waiting step was released and not yet told. */
  readonly isReleased: boolean;
  /** True once the alert was put aside: that is possible once for each day that steps are counted from. */
  readonly wasSnoozed: boolean;
  readonly isHandled: boolean;
}

export const NO_STEPS: AlertSteps = {
  countedFrom: null,
  told: null,
  toldTo: [],
  waiting: null,
  isReleased: false,
  wasSnoozed: false,
  isHandled: false,
};
