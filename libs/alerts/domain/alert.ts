import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import type { ActionDays, Orphaned } from '#actions/contract';
import type { PersonDto, PlaceClosures, SchoolCalendarDto, Settings, UnitDto } from '#registry/contract';
import type { AlertKind, AlertLevel } from '../contract/index.js';

/** An open action, as far as alerts care. */
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
/** A meeting that stands planned: neither held nor cancelled, as far as anyone has said. */
export interface PlannedMeeting {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly plannedOn: CalendarDate;
}
/** A month that the coordinator has let a unit off. */
export interface WatchedMonth {
  readonly unitId: string;
  readonly month: Month;
}

/** All that alerts are derived from, beside the day. */
export interface AlertFacts {
  readonly settings: Settings;
  readonly units: readonly UnitDto[];
  readonly calendars: readonly SchoolCalendarDto[];
  /** Everyone who holds or has held a role. */
  readonly people: readonly PersonDto[];
  readonly actions: readonly WatchedAction[];
  /** Of every unit, service and service unit. */
  readonly closures: PlaceClosures;
  readonly meetings: readonly WatchedMeeting[];
  readonly planned: readonly PlannedMeeting[];
  readonly exemptions: readonly WatchedMonth[];
  readonly isPublicHoliday: IsFree;
}

/** Units, services and people that it has to do with. */
export interface Whose {
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly personIds: readonly string[];
}

export interface Alert {
  /** Stable: the same as long as it is about the same thing. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  /** The action, the meeting, or `<unit>/<month>`. */
  readonly subjectId: string;
  /** Whose it is, for rights. */
  readonly subject: Whose;
  /** The month it is about, where it is about a unit's month. */
  readonly month: Month | null;
  /** The meeting's day, where it is about a meeting. */
  readonly meetingOn: CalendarDate | null;
  /** The one who answers for it, where that is one person: an action's owner, here or gone. */
  readonly ownerId: string | null;
  /** What it is about, where it has words. */
  readonly text: string | null;
  /** Who should act at this level. */
  readonly actorIds: readonly string[];
  /** The first day it holds. */
  readonly since: CalendarDate;
  /** Working days at the unit since the day that was missed. */
  readonly ageInWorkingDays: number;
  /** Why nobody answers for it, where it is about an orphan. */
  readonly orphanedBy?: Orphaned['reason'];
}
