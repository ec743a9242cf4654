import type { CalendarDate } from '#platform/kernel';
import type { ActionState } from './decided-by-meeting.js';

/** Queries of the meetings context about actions: the open ones of a unit, and the content of those in a protocol. */
export abstract class OpenActions {
  /** Open actions of a unit, earliest due date first. */
  abstract ofUnits(tenant: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]>;
  /**
   * Open actions that would be orphans (`orphanedOn`) if a unit, service or service unit closed after a day: its own
   * and those of its people, earliest due date first.
   */
  abstract leftBehindBy(
    tenant: string,
    placeId: string,
    lastDay: CalendarDate,
    today: CalendarDate,
  ): Promise<readonly LeftActionDto[]>;
  /** State of the actions by their own streams, hence never stale; actions that were never agreed are left out. */
  abstract states(tenant: string, actionIds: readonly string[]): Promise<readonly ActionState[]>;
  /** Actions of the units that were open on a day, in their state of that day, earliest due date first. */
  abstract openOn(tenant: string, unitIds: readonly string[], day: CalendarDate): Promise<readonly ActionOnDayDto[]>;
  /** Text and owner of the actions on a day; unknown actions are left out. */
  abstract texts(tenant: string, actionIds: readonly string[], day: CalendarDate): Promise<readonly ActionTextDto[]>;
  /** The ids already used by an action, open or ended, of the tenant; read from the log itself. */
  abstract used(tenant: string, actionIds: readonly string[]): Promise<readonly string[]>;
}

export interface ActionTextDto {
  readonly actionId: string;
  readonly text: string;
  readonly ownerId: string;
}

export interface LeftActionDto {
  readonly actionId: string;
  readonly text: string;
  /** The owner's name; null when not in the registry. */
  readonly owner: string | null;
  readonly dueOn: CalendarDate;
}

export interface OpenActionDto {
  readonly actionId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate | null;
}

/** An action that was open on a day: agreed on or before it, and not ended before it. */
export interface ActionOnDayDto extends OpenActionDto {
  /** The owner today; differs after a handover. */
  readonly ownerNowId: string;
  /** True when something was decided about it on a later day, handovers excluded, or it has ended. */
  readonly isDecidedSince: boolean;
  /** Null when it was not completed. */
  readonly completedOn: CalendarDate | null;
}
