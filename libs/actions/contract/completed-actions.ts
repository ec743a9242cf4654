import type { CalendarDate } from '#platform/kernel';

/** Queries of the alerts context about completed actions. */
export abstract class CompletedActions {
  /** Actions of the municipality that were completed on a day or later, the latest first. */
  abstract since(tenant: string, day: CalendarDate): Promise<readonly CompletedActionDto[]>;
}

export interface CompletedActionDto {
  readonly actionId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly completedOn: CalendarDate;
}
