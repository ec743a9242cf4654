import type { CalendarDate } from '#platform/kernel';
import type { ServiceDetails } from '../../contract/index.js';

export type Service =
  | { readonly status: 'not-registered' }
  | (Known & { readonly status: 'open' })
  | (Known & { readonly status: 'closed'; readonly closedOn: CalendarDate });

interface Known {
  readonly details: ServiceDetails;
  readonly meetingsPerWeek: number | null;
}
