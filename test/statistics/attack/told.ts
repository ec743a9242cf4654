import { instantAt, TimeOfDay, type CalendarDate, type DomainEvent } from '#platform/kernel';

/** An event, and when it was recorded. */
export interface Told {
  readonly at: Date;
  readonly event: DomainEvent;
}
export type Stream = readonly [name: string, ...Told[]];

/** Recorded at noon, or some seconds later. */
export const told = (on: CalendarDate, event: DomainEvent, seconds = 0): Told => ({
  at: new Date(instantAt(on, TimeOfDay.parse('12:00')).getTime() + seconds * 1000),
  event,
});
