import type { Pool, QueryConfig } from 'pg';
import { isRepeat, type NewEvent, type RepeatCandidate } from '#platform/event-store';

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

/**
 * One event in one statement and one round trip. The check uses the statement's snapshot, taken before it waits for the
 * head; a concurrent append to the same stream is caught by UNIQUE (tenant, stream, revision).
 */
const ONE = `
  WITH head AS (
    UPDATE event_head SET position = position + 1, recorded_at = greatest(recorded_at, $9::timestamptz)
    WHERE coalesce((SELECT revision FROM event WHERE tenant = $6 AND stream = $1 ORDER BY revision DESC LIMIT 1), -1) = $2::bigint
    RETURNING position, recorded_at
  )
  INSERT INTO event (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
  SELECT position, $2::bigint + 1, recorded_at, $3::uuid, $4::int, $6, $1, $5, $7::json, $8::json FROM head
  RETURNING position`;

/**
 * Many appends in one statement, each to another stream and each accepted or rejected alone. `fresh` are the numbered
 * events of the accepted ones; the head moves by their count in the same transaction, so positions have no gaps and
 * follow the order of commits.
 */
const MANY = `
  WITH fresh AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY nr) AS step FROM unnest(
      $1::int[], $2::int[], string_to_array($3, E'\\x1f'), $4::bigint[], $5::uuid[], $6::int[],
      string_to_array($7, E'\\x1f'), string_to_array($8, E'\\x1f'),
      string_to_array($9, E'\\x1f'), string_to_array($10, E'\\x1f')
    ) WITH ORDINALITY
      AS line(append, nth, stream, expected, event_id, schema_version, type, tenant, data, metadata, nr)
    WHERE expected = (SELECT array(
      SELECT coalesce((
        SELECT revision FROM event WHERE event.tenant = asked.tenant AND event.stream = asked.stream
        ORDER BY revision DESC LIMIT 1
      ), -1)
      FROM unnest(string_to_array($11, E'\\x1f'), string_to_array($13, E'\\x1f')) WITH ORDINALITY
        AS asked(stream, tenant, nr) ORDER BY nr
    ))[append]
  ), head AS (
    UPDATE event_head SET position = position + (SELECT count(*) FROM fresh),
      recorded_at = greatest(recorded_at, $12::timestamptz)
    WHERE EXISTS (SELECT FROM fresh)
    RETURNING position - (SELECT count(*) FROM fresh) AS start, recorded_at
  ), written AS (
    INSERT INTO event (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
    SELECT start + step, expected + nth, recorded_at, event_id, schema_version, tenant, stream, type,
      data::json, metadata::json
    FROM head CROSS JOIN fresh
  )
  SELECT start, array(SELECT append FROM fresh WHERE nth = 1 ORDER BY nr) AS accepted FROM head`;

/** Position of the last event of each append, `undefined` for rejected ones. */
export type Places = readonly (bigint | undefined)[];

/** Writes a batch in one transaction; at most one append per stream. Throws when nothing was written. */
export async function writeBatch(pool: Pool, batch: readonly Append[], now: Date): Promise<Places> {
  const [first] = batch;
  if (first && batch.length === 1 && first.events.length === 1) return [await writeOne(pool, first, now)];
  const { rows } = await pool.query<[string, number[]]>({ ...many(batch, now), rowMode: 'array' });
  const [start, accepted] = rows[0] ?? ['0', []];
  const places: (bigint | undefined)[] = batch.map(() => undefined);
  let position = BigInt(start);
  for (const append of accepted) places[append - 1] = position += BigInt(batch[append - 1]!.events.length);
  return places;
}

async function writeOne(pool: Pool, { tenant, stream, expected, events, texts }: Append, now: Date) {
  const [event] = events;
  const { id, schemaVersion, type } = event!;
  const values = [stream, expected, id, schemaVersion, type, tenant, ...texts[0]!, now.toISOString()];
  const { rows } = await pool.query<[string]>({ name: 'append-one', text: ONE, values, rowMode: 'array' });
  return rows[0] && BigInt(rows[0][0]);
}

function many(batch: readonly Append[], now: Date): QueryConfig {
  const lines = batch.flatMap(({ tenant, stream, expected, events, texts }, append) =>
    events.map((event, i) => ({ append: append + 1, nth: i + 1, tenant, stream, expected, event, texts: texts[i]! })),
  );
  const values = [
    numbers(lines.map((line) => line.append)),
    numbers(lines.map((line) => line.nth)),
    list(lines.map((line) => line.stream)),
    numbers(lines.map((line) => line.expected)),
    numbers(lines.map((line) => line.event.id)),
    numbers(lines.map((line) => line.event.schemaVersion)),
    list(lines.map((line) => line.event.type)),
    list(lines.map((line) => line.tenant)),
    list(lines.map((line) => line.texts[0])),
    list(lines.map((line) => line.texts[1])),
    list(batch.map(({ stream }) => stream)),
    now.toISOString(),
    list(batch.map(({ tenant }) => tenant)),
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
  pool: Pool,
  { tenant, stream, expected, events }: Append,
): Promise<RejectionCause> {
  const values = [tenant, stream, expected, expected + BigInt(events.length)];
  type Row = { actual: string; position: string | null } & RepeatCandidate;
  const { rows } = await pool.query<Row>({ name: 'rejection-cause', text: REJECTION_CAUSE, values });
  const there = rows.filter(({ position }) => position !== null);
  const same = there.length === events.length && there.every((row, i) => isRepeat(row, events[i]!));
  return { actual: BigInt(rows[0]!.actual), ...(same && { repeated: BigInt(there.at(-1)!.position!) }) };
}
