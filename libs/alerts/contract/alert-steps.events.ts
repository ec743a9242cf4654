import { z } from 'zod';
import { CalendarDate, eventType, Month, PersonId, ServiceId, UnitId, type EventOf } from '#platform/kernel';
import { LadderReceiver } from '#registry/contract';
import { LadderKindName } from './ladder-kind.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** The subject of an alert. Ids only: the text of an action is read where it is shown, by those who may read it. */
export const AlertSubject = z.object({
  /** Kind and subject, stable for the same cause: `overdue:<action>`. */
  alertId: z.string().min(1).max(100),
  kind: LadderKindName,
  /** Id of the action or the meeting, `<unit>/<month>`, or `<service>/<unit>`. */
  subjectId: z.string().min(1).max(80),
  unitIds: z.array(UnitId),
  serviceIds: z.array(ServiceId),
  personIds: z.array(PersonId),
  month: Month.nullable(),
  /** The day that the steps are counted from, such as the due date. Steps about another day are other steps. */
  countedFrom: CalendarDate,
});
export type AlertSubject = z.infer<typeof AlertSubject>;

/** Working days from `countedFrom`; below 0 before it. */
const Step = z.int().min(-30).max(260);
const Note = z.string().trim().min(1).max(300);

/** A step of the ladder told its receivers; the mail of that day has it. */
export const AlertSent = eventType(
  'alerts.AlertSent',
  1,
  AlertSubject.extend({
    step: Step,
    on: CalendarDate,
    to: z.array(z.object({ personId: PersonId, as: LadderReceiver })).min(1),
    /** Lower steps that were passed untold, as after days without a round. */
    skipped: z.array(Step),
  }),
);
/** A step older than a week after days without a round: it waits until the coordinator releases it. */
export const AlertHeldBack = eventType(
  'alerts.AlertHeldBack',
  1,
  AlertSubject.extend({ step: Step, on: CalendarDate }),
);
/** The coordinator released a step that waited: the next round tells its receivers. */
export const AlertReleased = eventType('alerts.AlertReleased', 1, z.object({ on: CalendarDate }));
/** A receiver put the alert aside until a day. A new step ends it. */
export const AlertSnoozed = eventType(
  'alerts.AlertSnoozed',
  1,
  z.object({ on: CalendarDate, until: CalendarDate, reason: Note }),
);
/** The service unit leader asked the owner about the action, who is told at once. */
export const OwnerAsked = eventType(
  'alerts.OwnerAsked',
  1,
  z.object({ on: CalendarDate, ownerId: PersonId, note: Note.nullable() }),
);
/** A receiver noted what was done about the alert. */
export const AlertNoted = eventType('alerts.AlertNoted', 1, z.object({ on: CalendarDate, note: Note }));
/** The receiver of the last step marked the alert as handled: no further step is told about this day. */
export const AlertHandled = eventType('alerts.AlertHandled', 1, z.object({ on: CalendarDate, note: Note.nullable() }));

export const alertStepsEvents = {
  AlertSent,
  AlertHeldBack,
  AlertReleased,
  AlertSnoozed,
  OwnerAsked,
  AlertNoted,
  AlertHandled,
};
export type AlertStepEvent = EventOf<typeof alertStepsEvents>;
