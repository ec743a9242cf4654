import type { EventStore, ReadAll, StoredEvent } from '#platform/event-store';
import type { EventMetadata } from '#platform/kernel';
import { LOG, type Row } from './archive-format.js';
import { readArchive } from './read-archive.js';

/** The events of a row of the section `event`. */
export function eventOf(row: Row): StoredEvent {
  const [position, revision, recordedAt, id, schemaVersion, tenant, stream, type, data, metadata] = row as string[];
  return {
    position: BigInt(position!),
    revision: BigInt(revision!),
    recordedAt: new Date(recordedAt!),
    id: id!,
    schemaVersion: Number(schemaVersion),
    tenant: tenant!,
    stream: stream!,
    type: type!,
    data: JSON.parse(data!) as unknown,
    metadata: JSON.parse(metadata!) as EventMetadata,
  };
}

/** The log of an archive as a log that can be read from its beginning, and nothing else. */
export class ArchivedLog implements EventStore {
  constructor(
    private readonly file: string,
    /** Position of its last event. */
    private readonly end: bigint,
  ) {}

  head(): Promise<bigint> {
    return Promise.resolve(this.end);
  }

  async *readAll({ after, signal }: ReadAll): AsyncGenerator<readonly StoredEvent[]> {
    if (after !== 0n) throw new Error('An archive is read from its beginning');
    let isLog = false;
    for await (const part of readArchive(this.file, { ...(signal && { signal }) })) {
      if (part.kind === 'start') isLog = part.table === LOG.table;
      if (isLog && part.kind === 'rows') yield part.rows.map(eventOf);
    }
  }

  read(): never {
    throw new Error('An archive has no streams');
  }
  append(): never {
    throw new Error('An archive does not change');
  }
  subscribe(): never {
    throw new Error('An archive does not change');
  }
  countAfter(): never {
    throw new Error('An archive has no positions to count from');
  }
}
