import { z } from 'zod';
import { atMost, CalendarDate, eventType, MunicipalityNumber, TenantId } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.
// Every stream of every context can have these events; the operations context lists them in the catalogue.

/** Begins a stream that continues one of a merged municipality. Its predecessor's events follow (ADR 0303). */
export const StreamTakenOver = eventType(
  'operations.StreamTakenOver',
  1,
  z.object({
    from: z.object({
      tenant: TenantId,
      stream: z.string().min(1).max(200),
      /** Revision of the last event that was taken over. */
      revision: atMost(z.int().min(0), 2_000_000_000),
    }),
  }),
);
/** Ends a stream: a merger has handed it over, and commands on it are refused. */
export const StreamHandedOver = eventType(
  'operations.StreamHandedOver',
  1,
  z.object({
    to: z.object({ tenant: TenantId, number: MunicipalityNumber, name: z.string().min(1).max(100) }),
    /** First day of the merged municipality. */
    on: CalendarDate,
  }),
);

/** The events of a stream without those of a merger, which belong to no aggregate. */
export const withoutMerger = <Event extends { readonly type: string }>(history: readonly Event[]): readonly Event[] =>
  history.filter(({ type }) => type !== StreamTakenOver.type && type !== StreamHandedOver.type);
