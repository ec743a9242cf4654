import type { CalendarDate } from '#platform/kernel';

/** What the meetings context may ask about actions: which are open at a unit. */
export abstract class OpenActions {
  /** Open actions of a unit, oldest due first. */
  abstract ofUnits(municipality: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]>;
}

export interface OpenActionDto {
  readonly actionId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
  readonly followUpOn: CalendarDate | null;
}
