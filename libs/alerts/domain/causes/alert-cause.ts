import type { CalendarDate, Month } from '#platform/kernel';
import type { Orphaned } from '#actions/contract';
import type { LadderKind } from '#registry/contract';

/** Units, services and people concerned. */
export interface ConcernedIds {
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly personIds: readonly string[];
}

/** Something that people are told about in steps: late today, or so near its day that a step may come before it. */
export interface AlertCause {
  /** Kind and subject, stable for the same cause: `overdue:<action>`. */
  readonly id: string;
  readonly kind: LadderKind;
  /** Id of the action or the meeting, `<unit>/<month>`, or `<service>/<unit>`. */
  readonly subjectId: string;
  /** Units, services and people concerned, for rights. */
  readonly subject: ConcernedIds;
  /** The month, for a cause of a unit's month or meeting. */
  readonly month: Month | null;
  /** The meeting's day, for a cause of a meeting. */
  readonly meetingOn: CalendarDate | null;
  /** The single responsible person, such as an action's owner, active or not; null otherwise. */
  readonly ownerId: string | null;
  /** The person to whom a handover was offered; null otherwise. */
  readonly receiverId: string | null;
  /** The service whose leader is told; null for none. */
  readonly serviceId: string | null;
  /** Text of the subject, if any. */
  readonly text: string | null;
  /** People who answer for it first, active or not. */
  readonly firstIds: readonly string[];
  /** The day that the steps are counted from. A cause whose day is moved begins its steps anew. */
  readonly countedFrom: CalendarDate;
  /** Working days at the unit since that day; below 0 before it. */
  readonly age: number;
  /** The first day on which it was late; null while it is not. */
  readonly since: CalendarDate | null;
  /** Reason why nobody is responsible, for an orphan. */
  readonly orphanedBy?: Orphaned['reason'];
}

/** The fields that a cause has only if its kind does. */
export const NOTHING_MORE = {
  month: null,
  meetingOn: null,
  ownerId: null,
  receiverId: null,
  serviceId: null,
  text: null,
  firstIds: [],
} as const;
