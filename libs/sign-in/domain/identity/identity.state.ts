import type { CalendarDate, PersonId } from '#platform/kernel';

/** State of an identity's sign-in to a municipality. */
export type Identity =
  | { readonly status: 'unknown' }
  | { readonly status: 'waiting' }
  | { readonly status: 'approved'; readonly personId: PersonId }
  | { readonly status: 'refused'; readonly on: CalendarDate };
