import type { CalendarDate } from '#platform/kernel';
import type { ActionStanding } from './decided-by-meeting.js';

/** What the meetings context may ask about actions: which are open at a unit, and what those that a protocol names say. */
export abstract class OpenActions {
  /** Open actions of a unit, oldest due first. */
  abstract ofUnits(municipality: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]>;
  /**
   * Open actions that nobody would answer for (`orphanedOn`) were a unit, service or service unit closed after a day: those
   * of its own and of its people, oldest due first.
   */
  abstract leftBehindBy(
    municipality: string,
    placeId: string,
    lastDay: CalendarDate,
    today: CalendarDate,
  ): Promise<readonly LeftActionDto[]>;
  /** How actions stand by their own streams, which no reader lags behind; those that were never agreed are left out. */
  abstract standing(municipality: string, actionIds: readonly string[]): Promise<readonly ActionStanding[]>;
  /** Actions of the units that stood open on a day, as they stood then, earliest due first. */
  abstract openOn(
    municipality: string,
    unitIds: readonly string[],
    day: CalendarDate,
  ): Promise<readonly ActionOnDayDto[]>;
  /** What actions said on a day, and who answered for them then; those that are unknown are left out. */
  abstract texts(
    municipality: string,
    actionIds: readonly string[],
    day: CalendarDate,
  ): Promise<readonly ActionTextDto[]>;
  /** Those of the ids that an action has already, open or ended, here or in another municipality: by the log itself. */
  abstract used(municipality: string, actionIds: readonly string[]): Promise<readonly string[]>;
}

export interface ActionTextDto {
  readonly actionId: string;
  readonly text: string;
  readonly ownerId: string;
}

export interface LeftActionDto {
  readonly actionId: string;
  readonly text: string;
  /** The owner's name, where the registry knows it. */
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

/** An action that stood open on a day: agreed on it or before, and not ended before it. */
export interface ActionOnDayDto extends OpenActionDto {
  /** The owner today, where it has been handed over since; else the same. */
  readonly ownerNowId: string;
  /** True where something was decided about it on a later day, handovers apart, or it has ended. */
  readonly isDecidedSince: boolean;
  /** Null where it was not completed. */
  readonly completedOn: CalendarDate | null;
}
