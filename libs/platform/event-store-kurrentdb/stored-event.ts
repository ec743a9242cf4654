import { jsonEvent, type EventData, type RecordedEvent } from '@kurrent/kurrentdb-client';
import type { NewEvent, StoredEvent } from '#platform/event-store';
import type { EventMetadata } from '#platform/kernel';

/** What stands in the metadata of an event in KurrentDB: the event's own, and what the engine has no field for. */
interface Envelope {
  readonly schemaVersion: number;
  /**
   * When the writer wrote it, by the installation's clock (ISO). The server's own time is not used: it is cut to whole
   * seconds in what is read and not in what is subscribed to, and a log that is moved would be recorded anew.
   */
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
  /** The names by which KurrentDB's own tools follow what came of what. */
  readonly $correlationId: string;
  readonly $causationId?: string;
}

/** Shown of an event in our streams that Samspill has not written: of a version that no program knows. */
const NOT_OURS = Number.MAX_SAFE_INTEGER;

export function toKurrent({ id, type, schemaVersion, data, metadata }: NewEvent, recordedAt: Date): EventData {
  const envelope: Envelope = {
    schemaVersion,
    recordedAt: recordedAt.toISOString(),
    metadata,
    $correlationId: metadata.correlationId,
    ...(metadata.causationId !== undefined && { $causationId: metadata.causationId }),
  };
  return jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...envelope } });
}

/** An event of the log whose streams all begin with `prefix`. */
export function fromKurrent(recorded: RecordedEvent, prefix: string): StoredEvent {
  const { id, type, data, revision, position, streamId, created, isJson } = recorded;
  const envelope = recorded.metadata as Partial<Envelope> | undefined;
  const written = isJson && typeof envelope?.schemaVersion === 'number' && envelope.metadata !== undefined;
  return {
    id,
    type,
    schemaVersion: written ? envelope.schemaVersion : NOT_OURS,
    data,
    metadata: (written ? envelope.metadata : { municipality: '' }) as EventMetadata,
    stream: streamId.slice(prefix.length),
    revision,
    position: position!.commit,
    recordedAt: written ? new Date(envelope.recordedAt!) : created,
  };
}
