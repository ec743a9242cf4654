import type { CalendarDate } from '#platform/kernel';

/** What the alerts context may ask about the actions that services answer for. */
export abstract class ServiceActions {
  /** Open actions whose responsible person answers for one of the services, earliest due first. */
  abstract openOf(municipality: string, serviceIds: readonly string[]): Promise<readonly ServiceActionDto[]>;
}

export interface ServiceActionDto {
  readonly actionId: string;
  readonly serviceId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
}
