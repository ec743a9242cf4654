import type { CalendarDate } from '#platform/kernel';

/** Queries of the alerts context about actions of services. */
export abstract class ServiceActions {
  /** Open actions whose owner is responsible on behalf of one of the services, earliest due date first. */
  abstract openOf(tenant: string, serviceIds: readonly string[]): Promise<readonly ServiceActionDto[]>;
}

export interface ServiceActionDto {
  readonly actionId: string;
  readonly serviceId: string;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
}
