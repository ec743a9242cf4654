import type { CalendarDate } from '#platform/kernel';

/** Coordinator roles that are about to end, by role. */
export type Coordinators = ReadonlyMap<string, { readonly on: CalendarDate; readonly until: string }>;
