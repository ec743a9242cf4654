import type { Role } from '#platform/identity/roles';

// The kind of place that a role is held at, shared by decisions, imports and pages.

/** Kind of place of each role; null for the whole municipality. */
export const PLACE_OF = {
  'unit-leader': 'unitId',
  'meeting-chair': 'unitId',
  teacher: 'unitId',
  'service-member': 'serviceId',
  'service-unit-leader': 'serviceUnitId',
  coordinator: null,
  director: null,
  elected: null,
  auditor: null,
} as const satisfies Record<Role, 'unitId' | 'serviceId' | 'serviceUnitId' | null>;
