import { dedicatedConnection } from '#platform/database';
import type { StoredEvent } from '#platform/event-store';
import { stableId } from '#platform/kernel';
import { contexts } from '../../../composition/src/index.js';
import { simulateHistory, type HistoryWish } from '../demo/history/simulate-history.js';
import type { GeneratedEvent } from './log-generator.js';

const BATCH = 5_000;
const SEPARATOR = '\u001f';

interface Filled {
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** ISO instant, never earlier than that of the event before. */
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
}

/** Bulk insert of generated events into a log, in order. */
export type Insert = (batch: readonly Filled[]) => Promise<void>;

const TYPES = contexts.flatMap(({ events }) => events.flatMap((group) => Object.values(group)));
const VERSIONS: ReadonlyMap<string, number> = new Map(TYPES.map(({ type, schemaVersion }) => [type, schemaVersion]));

/** Assigns each event its revision, id and recorded time, and inserts in batches; returns the number of events. */
export async function fill(
  generated: Iterable<GeneratedEvent>,
  insert: Insert,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const revisions = new Map<string, number>();
  let batch: Filled[] = [];
  let done = 0;
  let recordedAt = '';
  const flush = async () => {
    await insert(batch);
    done += batch.length;
    batch = [];
    onProgress(done);
  };
  for (const { tenant, stream, event, actor, occurredAt } of generated) {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const id = stableId(stream, revision);
    const metadata = { commandId: id, request: id, correlationId: id, actor, occurredAt };
    const { type } = event;
    // Lives are generated one after the other; an event is recorded after those before it, whenever it occurred.
    if (occurredAt > recordedAt) recordedAt = occurredAt;
    batch.push({
      tenant,
      stream,
      revision,
      id,
      type,
      schemaVersion: VERSIONS.get(type) ?? 1,
      recordedAt,
      data: JSON.stringify(event.data),
      metadata: JSON.stringify(metadata),
    });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return done;
}

/** Fills an empty PostgreSQL log with rows identical to those of the store, only faster. */
export const fillSamspill = (
  url: string,
  generated: Iterable<GeneratedEvent>,
  onProgress?: (done: number) => void,
): Promise<number> => filling(url, (insert) => fill(generated, insert, onProgress));

/** Fills an empty PostgreSQL log with a history, as `simulateHistory` makes it; `onEvents` sees its events in order. */
export const fillHistory = (
  url: string,
  wish: HistoryWish,
  onEvents: (events: readonly StoredEvent[]) => void = () => undefined,
): Promise<number> =>
  filling(url, async (insert) => {
    let batch: Filled[] = [];
    const made = await simulateHistory(wish, async (events) => {
      onEvents(events);
      batch.push(...events.map(asFilled));
      if (batch.length < BATCH) return;
      await insert(batch);
      batch = [];
    });
    if (batch.length > 0) await insert(batch);
    return made;
  });

const asFilled = ({
  tenant,
  stream,
  revision,
  id,
  type,
  schemaVersion,
  recordedAt,
  data,
  metadata,
}: StoredEvent): Filled => ({
  tenant,
  stream,
  revision: Number(revision),
  id,
  type,
  schemaVersion,
  recordedAt: recordedAt.toISOString(),
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
});

async function filling(url: string, write: (insert: Insert) => Promise<number>): Promise<number> {
  const owner = await dedicatedConnection(url, 'none');
  try {
    let position = 0;
    let recordedAt = '';
    const done = await write(async (batch) => {
      await owner.query({
        name: 'fill',
        text: `with line as (
            select $1::bigint + nr as position, line.* from unnest($2::bigint[], $3::uuid[], $10::int[],
              $11::timestamptz[], string_to_array($4, $8), string_to_array($5, $8), string_to_array($6, $8),
              string_to_array($7, $8), string_to_array($9, $8))
              with ordinality as line(revision, id, version, recorded_at, stream, type, tenant, data, metadata, nr)
          )
          insert into event
            (position, revision, recorded_at, event_id, schema_version, stream, type, tenant, data, metadata)
          select position, revision, recorded_at, id, version, stream, type, tenant, data::json, metadata::json
          from line order by position`,
        values: [position, ...columns(batch)],
      });
      position += batch.length;
      recordedAt = batch.at(-1)!.recordedAt;
    });
    await owner.query('update event_head set position = $1, recorded_at = $2', [position, recordedAt]);
    await owner.query('analyze event');
    return done;
  } finally {
    await owner.end();
  }
}

const columns = (batch: readonly Filled[]) => {
  const list = (of: (each: Filled) => string) => batch.map(of).join(SEPARATOR);
  return [
    batch.map(({ revision }) => revision),
    batch.map(({ id }) => id),
    list(({ stream }) => stream),
    list(({ type }) => type),
    list(({ tenant }) => tenant),
    list(({ data }) => data),
    SEPARATOR,
    list(({ metadata }) => metadata),
    batch.map(({ schemaVersion }) => schemaVersion),
    batch.map(({ recordedAt }) => recordedAt),
  ];
};
