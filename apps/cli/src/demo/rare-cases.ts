import type { CalendarDate, Month } from '#platform/kernel';
import type { ComingMeeting } from './coming-meeting.js';
import type { DemoUnit } from './organisation.js';
import type { WrittenProtocol } from './written-protocol.js';

/** Rare events in the life of a meeting: the demo of three years has none of them, a history of many years has. */
export interface RareCases {
  /** The month of the year from which the unit is certainly exempt; for others chance decides. */
  exemptMonth(unit: DemoUnit, year: number, months: readonly Month[]): Month | undefined;
  /** True when the unit meets in the month although it is exempt. */
  isHeldThoughExempt(unit: DemoUnit, month: Month): boolean;
  /** Nobody reported the meeting on its day. */
  forgotten(unit: DemoUnit, meeting: ComingMeeting, day: CalendarDate): void;
  /** The meeting was reported as held today; true when the report is a mistake, and no protocol follows. */
  held(unit: DemoUnit, meeting: ComingMeeting, today: CalendarDate): boolean;
  /** The unit does not file the protocol of the meeting in time or soon after. */
  notFiled(unit: DemoUnit, meeting: ComingMeeting, heldOn: CalendarDate, today: CalendarDate): void;
  /** The protocol was filed today. */
  filed(unit: DemoUnit, meeting: ComingMeeting, written: WrittenProtocol, today: CalendarDate): void;
}
