import type { ActionEvent } from '#actions/contract';
import type { AlertStepEvent } from '#alerts/contract';
import type { MeetingEvent, SchoolYearEvent } from '#meetings/contract';
import { addDays, dayOf, monthOf, type CalendarDate, type Recorded } from '#platform/kernel';
import type { MunicipalityEvent, UnitEvent } from '#registry/contract';

/** A day or a month, as it is written. */
export type Day = string;
export type Event = Recorded<
  ActionEvent | AlertStepEvent | MeetingEvent | SchoolYearEvent | UnitEvent | MunicipalityEvent
>;

export const happened = (event: Event): Day => dayOf(new Date(event.metadata.occurredAt));
export const next = (day: Day): Day => addDays(day as CalendarDate, 1);
export const month = (day: Day): Day => monthOf(day as CalendarDate);
