import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import type { ActionDays, Orphaned } from '#actions/contract';
import type { PersonDto, PlaceClosures, SchoolCalendarDto, Settings, UnitDto } from '#registry/contract';
import type { AlertKind, AlertLevel } from '../contract/index.js';

/** The fields of an open action that alerts need. */
export interface WatchedAction extends Omit<ActionDays, 'isOpen'> {
  readonly actionId: string;
  readonly text: string;
  readonly unitIds: readonly string[];
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  readonly wasHandedOver: boolean;
  readonly personIds: readonly string[];
  readonly serviceIds: readonly string[];
}
/** A meeting that was held. */
export interface WatchedMeeting {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly heldOn: CalendarDate;
  readonly filedOn: CalendarDate | null;
  /** Its protocol is declared lost: nobody is asked for it, and the meeting counts as held. */
  readonly isLost: boolean;
}
/** A planned meeting, reported neither as held nor as cancelled. */
export interface PlannedMeeting {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly plannedOn: CalendarDate;
}
/** A month that the coordinator has exempted a unit from. */
export interface WatchedMonth {
  readonly unitId: string;
  readonly month: Month;
}

/** Facts from which alerts are derived, besides the day. */
export interface AlertFacts {
  readonly settings: Settings;
  readonly units: readonly UnitDto[];
  readonly calendars: readonly SchoolCalendarDto[];
  /** Everyone who holds or has held a role. */
  readonly people: readonly PersonDto[];
  readonly actions: readonly WatchedAction[];
  /** Closures of every unit, service and service unit. */
  readonly closures: PlaceClosures;
  readonly meetings: readonly WatchedMeeting[];
  readonly planned: readonly PlannedMeeting[];
  readonly exemptions: readonly WatchedMonth[];
  readonly isPublicHoliday: IsFree;
}

/** Units, services and people concerned. */
export interface ConcernedIds {
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly personIds: readonly string[];
}

export interface Alert {
  /** Stable for the same cause and subject. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  /** Id of the action or the meeting, or `<unit>/<month>`. */
  readonly subjectId: string;
  /** Units, services and people concerned, for rights. */
  readonly subject: ConcernedIds;
  /** The month, for alerts about a unit's month. */
  readonly month: Month | null;
  /** The meeting's day, for alerts about a meeting. */
  readonly meetingOn: CalendarDate | null;
  /** The single responsible person, such as an action's owner, active or not; null otherwise. */
  readonly ownerId: string | null;
  /** Text of the subject, if any. */
  readonly text: string | null;
  /** People who should act at this level. */
  readonly actorIds: readonly string[];
  /** The first day of the alert. */
  readonly since: CalendarDate;
  /** Working days at the unit since the missed day. */
  readonly ageInWorkingDays: number;
  /** Reason why nobody is responsible, for alerts about an orphan. */
  readonly orphanedBy?: Orphaned['reason'];
}
