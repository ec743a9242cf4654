import { stableId, type Clock, type EventMetadata } from '#platform/kernel';
import type { Merger } from './merger.js';

/** The merger as the operator gives it; people who are in several follow from the registers. */
export type Planned = Omit<Merger, 'samePeople'>;

/** Metadata of an event of the merger itself about a stream; the same at every try, except for its time. */
export const metadataOf = (merger: Planned, tenant: string, stream: string, clock: Clock): EventMetadata => {
  const id = stableId('merger', merger.to.tenant, ...merger.from);
  return {
    commandId: stableId(id, tenant, stream),
    request: stableId(merger.to.number, merger.to.name, merger.on, ...[...merger.unitOf].flat()),
    correlationId: id,
    actor: 'system:operator',
    occurredAt: clock.now().toISOString(),
  };
};
