import type { Pool, QueryConfig } from 'pg';
import type { StoredEvent } from '#platform/event-store';
import type { EventMetadata } from '#platform/kernel';

type Row = [
  position: string,
  revision: string,
  recordedAt: string,
  id: string,
  schemaVersion: string,
  tenant: string,
  stream: string,
  type: string,
  data: string,
  metadata: string,
];

const COLUMNS = `position, revision, recorded_at::text, event_id, schema_version::text, tenant, stream, type, data::text, metadata::text`;
const PAGE = `SELECT ${COLUMNS} FROM event WHERE position > $1::bigint ORDER BY event.position LIMIT $2::bigint`;
const STREAM = `SELECT ${COLUMNS} FROM event WHERE tenant = $1 AND stream = $2 AND revision >= $3::bigint ORDER BY event.revision`;

/**
 * A page of the log after a position, in order. Positions have no gaps, so a page never skips the events of a slow
 * writer.
 */
export const readPage = (pool: Pool, after: bigint, size: number): Promise<StoredEvent[]> =>
  events(pool, { name: 'page', text: PAGE, values: [after, size] });

export const readStream = (pool: Pool, tenant: string, stream: string, from: bigint): Promise<StoredEvent[]> =>
  events(pool, { name: 'stream', text: STREAM, values: [tenant, stream, from] });

async function events(pool: Pool, query: QueryConfig): Promise<StoredEvent[]> {
  const { rows } = await pool.query<Row>({ ...query, rowMode: 'array' });
  // Events of one batch have the same time, so it is parsed once.
  let text = '';
  let time = 0;
  return rows.map(([position, revision, recordedAt, id, schemaVersion, tenant, stream, type, data, metadata]) => {
    if (recordedAt !== text) time = instant((text = recordedAt));
    return {
      id,
      type,
      schemaVersion: Number(schemaVersion),
      data: JSON.parse(data) as unknown,
      metadata: JSON.parse(metadata) as EventMetadata,
      tenant,
      stream,
      revision: BigInt(revision),
      position: BigInt(position),
      recordedAt: new Date(time),
    };
  });
}

/** PostgreSQL's `2026-11-22 09:30:00.123+01` as milliseconds since 1970. */
const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`);
