import { z } from 'zod';
import { CalendarDate, eventType, ServiceId, ServiceUnitId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Kinds of support service; «osv» in the source means that more can be added (R8), so there is `other`. */
export const ServiceKind = z.enum([
  'ppt',
  'public-health-nurse',
  'midwife',
  'physiotherapy',
  'occupational-therapy',
  'youth-service',
  'child-welfare',
  'psychologist',
  'external',
  'other',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;
export const ServiceDetails = z.object({
  name: z.string().min(1).max(200),
  kind: ServiceKind,
  /** The service unit that leads it; null for none, since the source places child welfare outside BFE (R9). */
  serviceUnitId: ServiceUnitId.nullable(),
});
export type ServiceDetails = z.infer<typeof ServiceDetails>;

export const ServiceRegistered = eventType(
  'registry.ServiceRegistered',
  1,
  ServiceDetails.extend({ serviceId: ServiceId }),
);
export const ServiceChanged = eventType('registry.ServiceChanged', 1, ServiceDetails);
/** Meetings per week that the service can attend; null means as many as its members can. */
export const ServiceCapacitySet = eventType(
  'registry.ServiceCapacitySet',
  1,
  z.object({ meetingsPerWeek: z.int().min(1).max(500).nullable() }),
);
/** `on` is the last open day. A second event before that day has passed replaces the announced day. */
export const ServiceClosed = eventType('registry.ServiceClosed', 1, z.object({ on: CalendarDate }));
export const ServiceReopened = eventType('registry.ServiceReopened', 1, z.object({ on: CalendarDate }));
/** An announced closure was withdrawn before it began. */
export const ServiceClosureWithdrawn = eventType('registry.ServiceClosureWithdrawn', 1, z.object({}));

export const serviceEvents = {
  ServiceRegistered,
  ServiceChanged,
  ServiceCapacitySet,
  ServiceClosed,
  ServiceReopened,
  ServiceClosureWithdrawn,
};
export type ServiceEvent = EventOf<typeof serviceEvents>;
