import { dedicatedConnection } from '#platform/database';
import { stableId } from '#platform/kernel';
import type { GeneratedEvent } from './log-generator.js';

const BATCH = 5_000;
const SEPARATOR = '\u001f';

interface Filled {
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** Bulk insert of generated events into a log, in order. */
export type Insert = (batch: readonly Filled[]) => Promise<void>;

/** Assigns each event its revision and id, and inserts in batches; returns the number of events. */
export async function fill(
  generated: Iterable<GeneratedEvent>,
  insert: Insert,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const revisions = new Map<string, number>();
  let batch: Filled[] = [];
  let done = 0;
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
    const data = JSON.stringify(event.data);
    batch.push({ tenant, stream, revision, id, type: event.type, data, metadata: JSON.stringify(metadata) });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return done;
}

/** Fills an empty PostgreSQL log with rows identical to those of the store, only faster. */
export async function fillSamspill(
  url: string,
  generated: Iterable<GeneratedEvent>,
  onProgress?: (done: number) => void,
): Promise<number> {
  const owner = await dedicatedConnection(url, 'none');
  try {
    let position = 0;
    const insert: Insert = async (batch) => {
      await owner.query({
        name: 'fill',
        text: `with line as (
            select $1::bigint + nr as position, line.* from unnest($2::bigint[], $3::uuid[], string_to_array($4, $8),
              string_to_array($5, $8), string_to_array($6, $8), string_to_array($7, $8), string_to_array($9, $8))
              with ordinality as line(revision, id, stream, type, tenant, data, metadata, nr)
          )
          insert into event
            (position, revision, recorded_at, event_id, schema_version, stream, type, tenant, data, metadata)
          select position, revision, (metadata::json ->> 'occurredAt')::timestamptz, id, 1, stream, type, tenant,
            data::json, metadata::json
          from line order by position`,
        values: [position, ...columns(batch)],
      });
      position += batch.length;
    };
    const done = await fill(generated, insert, onProgress);
    await owner.query(`update event_head set position = $1, recorded_at = '2026-09-01T00:00:00Z'`, [position]);
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
  ];
};
