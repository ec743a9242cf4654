import { z } from 'zod';
import { CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change is a new schema version with an upcaster and a frozen fixture.

/**
 * A coordinator's role may end on a day: others hold it after that. Until the instant `until`, nobody else may rely on this
 * role; by then its end stands on the person's own stream, or was given up.
 */
export const CoordinatorEndReserved = eventType(
  'registry.CoordinatorEndReserved',
  1,
  z.object({ personId: PersonId, roleId: z.uuid(), on: CalendarDate, until: z.iso.datetime() }),
);
/** The role did not end after all: ending it was refused. */
export const CoordinatorEndReleased = eventType('registry.CoordinatorEndReleased', 1, z.object({ roleId: z.uuid() }));

export const coordinatorsEvents = { CoordinatorEndReserved, CoordinatorEndReleased };
export type CoordinatorsEvent = EventOf<typeof coordinatorsEvents>;
