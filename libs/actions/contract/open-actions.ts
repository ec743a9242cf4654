import type { CalendarDate } from '#platform/kernel';
import type { ActionStanding } from './decided-by-meeting.js';

/** What the meetings context may ask about actions: which are open at a unit, and what those that a protocol names say. */
export abstract class OpenActions {
  /** Open actions of a unit, oldest due first. */
  abstract ofUnits(municipality: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]>;
  /** How actions stand by their own streams, which no reader lags behind; those that were never agreed are left out. */
  abstract standing(municipality: string, actionIds: readonly string[]): Promise<readonly ActionStanding[]>;
  /** What actions say, open or ended; those that are unknown are left out. */
  abstract texts(municipality: string, actionIds: readonly string[]): Promise<readonly ActionTextDto[]>;
  /** Those of the ids that an action has already, open or ended, here or in another municipality: by the log itself. */
  abstract used(municipality: string, actionIds: readonly string[]): Promise<readonly string[]>;
}

export interface ActionTextDto {
  readonly actionId: string;
  readonly text: string;
  readonly ownerId: string;
}

export interface OpenActionDto {
  readonly actionId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate | null;
}
