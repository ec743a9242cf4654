import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import type { ActionDays } from '#actions/contract';
import type { PersonDto, PlaceClosures, SchoolCalendarDto, ServiceDto, Settings, UnitDto } from '#registry/contract';
import type { AlertKind, AlertLevel } from '../contract/index.js';
import type { AlertCause } from './causes/alert-cause.js';

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
  /** The handover that waits for an answer: to whom it was offered, and when; null for none. */
  readonly offer: { readonly to: string; readonly on: CalendarDate } | null;
  /** The day on which the owner last asked for more time, if nobody has decided since; null otherwise. */
  readonly moreTimeAskedOn: CalendarDate | null;
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
  /** For the leader of an owner's service. */
  readonly services: readonly Pick<ServiceDto, 'serviceId' | 'serviceUnitId'>[];
  readonly calendars: readonly SchoolCalendarDto[];
  /** Everyone who holds or has held a role. */
  readonly people: readonly PersonDto[];
  readonly actions: readonly WatchedAction[];
  /** Closures of every unit, service and service unit. */
  readonly closures: PlaceClosures;
  readonly meetings: readonly WatchedMeeting[];
  /** Of the month, whether their day has passed or not. */
  readonly planned: readonly PlannedMeeting[];
  readonly exemptions: readonly WatchedMonth[];
  readonly isPublicHoliday: IsFree;
}

/** A cause that is late or without a responsible person today. */
export interface Alert extends Pick<
  AlertCause,
  'id' | 'subjectId' | 'subject' | 'month' | 'meetingOn' | 'ownerId' | 'text' | 'orphanedBy'
> {
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  /** People who should act at this level. */
  readonly actorIds: readonly string[];
  /** The first day of the alert. */
  readonly since: CalendarDate;
  /** Working days at the unit since the missed day. */
  readonly ageInWorkingDays: number;
}
