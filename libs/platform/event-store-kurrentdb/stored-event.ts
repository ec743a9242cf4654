import type { EventData, RecordedEvent } from '@kurrent/kurrentdb-client';
import type { NewEvent, StoredEvent } from '#platform/event-store';
import type { EventMetadata } from '#platform/kernel';
import { clientLibrary } from './client-library.js';

/** Metadata of an event in KurrentDB: the event's own, and the fields that the engine lacks. */
interface Envelope {
  readonly schemaVersion: number;
  /**
   * When the writer wrote it, by the installation's clock (ISO). The server's time is not used: reads cut it to whole
   * seconds and subscriptions do not, and moving a log would change it.
   */
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
  /** Absent in logs from before tenants: then it is in the event's own metadata, and not in the stream's name. */
  readonly tenant?: string;
  /** The metadata names by which KurrentDB's own tools follow correlation and causation. */
  readonly $correlationId: string;
  readonly $causationId?: string;
}

/** Schema version of an event in the log's streams that Samspill did not write: one that no program knows. */
const NOT_OURS = Number.MAX_SAFE_INTEGER;

/** Name of a tenant's stream after the log's prefix. */
export const streamNameOf = (tenant: string, stream: string): string => `${tenant}-${stream}`;

export function toKurrent(
  tenant: string,
  { id, type, schemaVersion, data, metadata }: NewEvent,
  recordedAt: Date,
): EventData {
  const envelope: Envelope = {
    schemaVersion,
    recordedAt: recordedAt.toISOString(),
    metadata,
    tenant,
    $correlationId: metadata.correlationId,
    ...(metadata.causationId !== undefined && { $causationId: metadata.causationId }),
  };
  return clientLibrary().jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...envelope } });
}

/** A stored event of the log whose streams begin with `prefix`. */
export function fromKurrent(recorded: RecordedEvent, prefix: string): StoredEvent {
  const { id, type, data, revision, position, streamId, created, isJson } = recorded;
  const envelope = recorded.metadata as Partial<Envelope> | undefined;
  const written = isJson && typeof envelope?.schemaVersion === 'number' && envelope.metadata !== undefined;
  return {
    id,
    type,
    schemaVersion: written ? envelope.schemaVersion : NOT_OURS,
    data,
    metadata: (written ? envelope.metadata : {}) as EventMetadata,
    ...addressOf(streamId.slice(prefix.length), written ? envelope : {}),
    revision,
    position: position!.commit,
    recordedAt: written ? new Date(envelope.recordedAt!) : created,
  };
}

function addressOf(name: string, { tenant, metadata }: Partial<Envelope>): Pick<StoredEvent, 'tenant' | 'stream'> {
  if (tenant !== undefined) return { tenant, stream: name.slice(streamNameOf(tenant, '').length) };
  const { municipality = '' } = (metadata ?? {}) as { readonly municipality?: string };
  return { tenant: municipality, stream: name };
}
