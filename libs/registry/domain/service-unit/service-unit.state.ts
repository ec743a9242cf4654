import type { CalendarDate } from '#platform/kernel';

export type ServiceUnit =
  | { readonly status: 'not-registered' }
  | { readonly status: 'open'; readonly name: string }
  | { readonly status: 'closed'; readonly name: string; readonly closedOn: CalendarDate };
