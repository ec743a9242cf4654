import { z } from 'zod';
import { CalendarDate, eventType, ServiceUnitId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const ServiceUnitRegistered = eventType(
  'registry.ServiceUnitRegistered',
  1,
  z.object({ serviceUnitId: ServiceUnitId, name: z.string().min(1).max(200) }),
);
export const ServiceUnitRenamed = eventType(
  'registry.ServiceUnitRenamed',
  1,
  z.object({ name: z.string().min(1).max(200) }),
);
export const ServiceUnitClosed = eventType('registry.ServiceUnitClosed', 1, z.object({ on: CalendarDate }));
export const ServiceUnitReopened = eventType('registry.ServiceUnitReopened', 1, z.object({ on: CalendarDate }));
export const ServiceUnitClosureWithdrawn = eventType('registry.ServiceUnitClosureWithdrawn', 1, z.object({}));

export const serviceUnitEvents = {
  ServiceUnitRegistered,
  ServiceUnitRenamed,
  ServiceUnitClosed,
  ServiceUnitReopened,
  ServiceUnitClosureWithdrawn,
};
export type ServiceUnitEvent = EventOf<typeof serviceUnitEvents>;
