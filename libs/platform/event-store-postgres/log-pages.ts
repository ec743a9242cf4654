import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { StoredEvent } from '#platform/event-store';
import type { EventMetadata } from '#platform/kernel';
import type { TenantConnections } from './tenant-connections.js';

type Row = [
  position: string,
  revision: string,
  recordedAt: string,
  id: string,
  schemaVersion: string,
  tenant: string,
  stream: string,
  type: string,
  data: string | null,
  metadata: string,
];

const columnsWith = (data: string) =>
  `position, revision, recorded_at::text, event_id, schema_version::text, tenant, stream, type, ${data}, metadata::text`;
const COLUMNS = columnsWith('data::text');
const PAGE = `SELECT ${COLUMNS} FROM event WHERE position > $1::bigint ORDER BY event.position LIMIT $2::bigint`;
const PAGE_WITH_DATA_OF = `SELECT ${columnsWith('CASE WHEN type = ANY ($3) THEN data::text END')} FROM event WHERE position > $1::bigint ORDER BY event.position LIMIT $2::bigint`;
const PAGE_OF_TENANT = `SELECT ${COLUMNS} FROM event WHERE position > $1::bigint AND tenant = $3 ORDER BY event.position LIMIT $2::bigint`;
const STREAM = `SELECT ${COLUMNS} FROM event WHERE tenant = $1 AND stream = $2 AND revision >= $3::bigint ORDER BY event.revision`;
const STREAM_OF_TENANT = `SELECT ${COLUMNS} FROM tenant_stream($1, $2, $3, $4)`;

const page = (tenant: string | undefined, after: bigint, size: number): QueryConfig =>
  tenant === undefined
    ? { name: 'page', text: PAGE, values: [after, size] }
    : { name: 'page-of-tenant', text: PAGE_OF_TENANT, values: [after, size, tenant] };

/**
 * A page of the log, or of one tenant's events, after a position and in order. Positions have no gaps, so a page never
 * skips the events of a slow writer.
 */
export const readPage = (pool: Pool, tenant: string | undefined, after: bigint, size: number): Promise<StoredEvent[]> =>
  events(pool, page(tenant, after, size));

/** The same of the whole log, with the data of events of these types alone. */
export const readPageWithDataOf = (
  pool: Pool,
  types: ReadonlySet<string>,
  after: bigint,
  size: number,
): Promise<StoredEvent[]> =>
  events(pool, { name: 'page-with-data-of', text: PAGE_WITH_DATA_OF, values: [after, size, [...types]] });

/** The same of the tenant that the connection proves. */
export const readPageOf = (log: TenantConnections, tenant: string, after: bigint, size: number) =>
  log.inTenant(tenant, (client) => events(client, page(tenant, after, size)));

/** A stream, for those who may read the whole log. */
export const readStream = (pool: Pool, tenant: string, stream: string, from: bigint): Promise<StoredEvent[]> =>
  events(pool, { name: 'stream', text: STREAM, values: [tenant, stream, from] });

/** A stream of the tenant that the connection proves, in one round trip. */
export const readStreamOf = (log: TenantConnections, tenant: string, stream: string, from: bigint) =>
  log.use((client) =>
    events(client, {
      name: 'stream-of-tenant',
      text: STREAM_OF_TENANT,
      values: [tenant, log.proof(client, tenant), stream, from],
    }),
  );

async function events(connection: Pool | PoolClient, query: QueryConfig): Promise<StoredEvent[]> {
  const { rows } = await connection.query<Row>({ ...query, rowMode: 'array' });
  // Events of one batch have the same time, so it is parsed once.
  let text = '';
  let time = 0;
  // Few types and tenants are in many events: one text for each is found faster in a map, and takes less memory.
  const known = new Map<string, string>();
  const once = (word: string) => {
    const first = known.get(word);
    if (first === undefined) known.set(word, word);
    return first ?? word;
  };
  return rows.map(([position, revision, recordedAt, id, schemaVersion, tenant, stream, type, data, metadata]) => {
    if (recordedAt !== text) time = instant((text = recordedAt));
    return {
      id,
      type: once(type),
      schemaVersion: Number(schemaVersion),
      data: data === null ? null : (JSON.parse(data) as unknown),
      metadata: JSON.parse(metadata) as EventMetadata,
      tenant: once(tenant),
      stream,
      revision: BigInt(revision),
      position: BigInt(position),
      recordedAt: new Date(time),
    };
  });
}

/** PostgreSQL's `2026-11-22 09:30:00.123+01` as milliseconds since 1970. */
const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`);
