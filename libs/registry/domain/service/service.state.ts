import type { CalendarDate } from '#platform/kernel';
import type { ServiceDetails } from '../../contract/index.js';

export type Service =
  | { readonly status: 'not-registered' }
  | { readonly status: 'open'; readonly details: ServiceDetails }
  | { readonly status: 'closed'; readonly details: ServiceDetails; readonly closedOn: CalendarDate };
