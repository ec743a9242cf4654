import type { PoolClient, QueryConfig } from 'pg';
import { isRepeat, type NewEvent, type RepeatCandidate } from '#platform/event-store';
import type { TenantConnections } from './tenant-connections.js';

/** One append to be written to the log. */
export interface Append {
  readonly tenant: string;
  readonly stream: string;
  /** Revision that the stream must have; -1 when it must not exist. */
  readonly expected: bigint;
  readonly events: readonly NewEvent[];
  /** `data` and `metadata` of each event as the JSON text to store. */
  readonly texts: readonly (readonly [data: string, metadata: string])[];
}

/**
 * U+001F cannot occur unescaped in JSON and is refused in names, so it separates the texts of a batch without quoting.
 */
const SEPARATOR = '\u001f';
const list = (texts: readonly string[]) => texts.join(SEPARATOR);
const numbers = (values: readonly (string | number | bigint)[]) => `{${values.join(',')}}`;

const ONE = 'SELECT append_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';
const MANY = `
  SELECT start, ends FROM append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Position of the last event of each append, `undefined` for rejected ones. */
export type Places = readonly (bigint | undefined)[];

/**
 * Writes a batch in one transaction; at most one append per stream. Throws when nothing was written.
 * @throws TenantNotProven
 */
export function writeBatch(log: TenantConnections, batch: readonly Append[], now: Date): Promise<Places> {
  const [first] = batch;
  return log.use((client) =>
    first && batch.length === 1 && first.events.length === 1
      ? writeOne(log, client, first, now)
      : writeMany(log, client, batch, now),
  );
}

async function writeMany(log: TenantConnections, client: PoolClient, batch: readonly Append[], now: Date) {
  const { rows } = await client.query<[string | null, (string | null)[]]>({
    ...many(log, client, batch, now),
    rowMode: 'array',
  });
  const [start, ends] = rows[0]!;
  const before = BigInt(start ?? 0);
  return ends.map((end) => (end === null ? undefined : before + BigInt(end)));
}

async function writeOne(log: TenantConnections, client: PoolClient, append: Append, now: Date): Promise<Places> {
  const { tenant, stream, expected, events, texts } = append;
  const { id, schemaVersion, type } = events[0]!;
  const proof = log.proof(client, tenant);
  const values = [tenant, proof, stream, expected, id, schemaVersion, type, ...texts[0]!, now.toISOString()];
  const { rows } = await client.query<[string | null]>({ name: 'append-one', text: ONE, values, rowMode: 'array' });
  const [position] = rows[0]!;
  return [position === null ? undefined : BigInt(position)];
}

function many(log: TenantConnections, client: PoolClient, batch: readonly Append[], now: Date): QueryConfig {
  const lines = batch.flatMap(({ events, texts }, append) =>
    events.map((event, i) => ({ append: append + 1, nth: i + 1, event, texts: texts[i]! })),
  );
  const tenants = [...new Set(batch.map(({ tenant }) => tenant))];
  const values = [
    tenants,
    tenants.map((tenant) => log.proof(client, tenant)),
    now.toISOString(),
    numbers(batch.map(({ tenant }) => tenants.indexOf(tenant) + 1)),
    list(batch.map(({ stream }) => stream)),
    numbers(batch.map(({ expected }) => expected)),
    numbers(batch.map(({ events }) => events.length)),
    numbers(lines.map((line) => line.append)),
    numbers(lines.map((line) => line.nth)),
    numbers(lines.map((line) => line.event.id)),
    numbers(lines.map((line) => line.event.schemaVersion)),
    list(lines.map((line) => line.event.type)),
    list(lines.map((line) => line.texts[0])),
    list(lines.map((line) => line.texts[1])),
  ];
  return { name: 'append-many', text: MANY, values };
}

/** Why an append was rejected. */
export interface RejectionCause {
  /** Revision of the stream's last event, -1 if there is none. */
  readonly actual: bigint;
  /** Position of the last of these events, if the stream has exactly them at the expected place. */
  readonly repeated?: bigint;
}

const REJECTION_CAUSE = `
  SELECT coalesce((SELECT max(revision) FROM event WHERE tenant = $1 AND stream = $2), -1) AS actual,
    position, event_id AS id, type, schema_version AS "schemaVersion", data, metadata
  FROM (VALUES (1)) AS always LEFT JOIN event
    ON tenant = $1 AND stream = $2 AND revision > $3::bigint AND revision <= $4::bigint
  ORDER BY revision`;

/** Reads the events at the place of a rejected append. */
export async function rejectionCause(
  log: TenantConnections,
  { tenant, stream, expected, events }: Append,
): Promise<RejectionCause> {
  const values = [tenant, stream, expected, expected + BigInt(events.length)];
  type Row = { actual: string; position: string | null } & RepeatCandidate;
  const { rows } = await log.inTenant(tenant, (client) =>
    client.query<Row>({ name: 'rejection-cause', text: REJECTION_CAUSE, values }),
  );
  const there = rows.filter(({ position }) => position !== null);
  const same = there.length === events.length && there.every((row, i) => isRepeat(row, events[i]!));
  return { actual: BigInt(rows[0]!.actual), ...(same && { repeated: BigInt(there.at(-1)!.position!) }) };
}
