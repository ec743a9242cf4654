import { z } from 'zod';
import { CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/**
 * A coordinator's role may end on a day because others hold the role afterwards. Until the instant `until`, nobody else
 * may rely on this role; by then its end is in the person's own stream, or was released.
 */
export const CoordinatorEndReserved = eventType(
  'registry.CoordinatorEndReserved',
  1,
  z.object({ personId: PersonId, roleId: z.uuid(), on: CalendarDate, until: z.iso.datetime() }),
);
/** The reservation is cancelled because ending the role was refused. */
export const CoordinatorEndReleased = eventType('registry.CoordinatorEndReleased', 1, z.object({ roleId: z.uuid() }));

export const coordinatorsEvents = { CoordinatorEndReserved, CoordinatorEndReleased };
export type CoordinatorsEvent = EventOf<typeof coordinatorsEvents>;
