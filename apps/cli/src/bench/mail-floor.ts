import { createTransport, type Transporter } from 'nodemailer';
import { Client } from 'pg';

/** A mail that was composed before. */
export interface ComposedMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** A mail with its row and its event. */
export interface ComposedDigest extends ComposedMail {
  readonly dispatchId: string;
  readonly personId: string;
  readonly period: string;
  readonly event: { readonly id: string; readonly stream: string; readonly data: string; readonly metadata: string };
}

/** Seconds in which the mail library alone hands these mails to a server. */
export async function secondsOfLibrary(
  port: number,
  connections: number,
  batches: AsyncIterable<readonly ComposedMail[]>,
): Promise<number> {
  const transport = transportTo(port, connections);
  let seconds = 0;
  try {
    for await (const batch of batches) {
      const began = performance.now();
      await sendAll(transport, batch);
      seconds += (performance.now() - began) / 1000;
    }
  } finally {
    transport.close();
  }
  return seconds;
}

/**
 * Seconds in which the library hands these mails over, and plain SQL writes what the guarantees demand of each: its row
 * when it is due, its event, its bytes, and each of its states before the next may begin. Whole batches are one statement;
 * the next batch is written while this one is sent. Nothing is computed, rendered or read.
 * @param url the bench's database, as its owner; two tables are made there and dropped
 */
export async function secondsOfRowsAndLibrary(
  url: string,
  port: number,
  connections: number,
  batches: AsyncIterable<readonly ComposedDigest[]>,
): Promise<number> {
  const transport = transportTo(port, connections);
  const [before, after] = [new Client(url), new Client(url)];
  let seconds = 0;
  try {
    await Promise.all([before.connect(), after.connect()]);
    await before.query(FLOOR_TABLES);
    let sending: Promise<unknown> | undefined;
    for await (const batch of batches) {
      const began = performance.now();
      const isFirst = sending === undefined;
      await Promise.all([sending, written(before, batch)]);
      const ids = batch.map(({ dispatchId }) => dispatchId);
      sending = sendAll(transport, batch).then(() => after.query(ENTERS, [ids, 'accepted']));
      seconds += (performance.now() - began) / 1000;
      // So that PostgreSQL knows by which index to find the rows of the next.
      if (isFirst) await before.query('analyze floor_dispatch');
    }
    const began = performance.now();
    await sending;
    seconds += (performance.now() - began) / 1000;
    await before.query('drop table floor_dispatch, floor_event');
  } finally {
    transport.close();
    await Promise.all([before.end(), after.end()]);
  }
  return seconds;
}

/** Each statement is a commit. */
async function written(client: Client, batch: readonly ComposedDigest[]): Promise<void> {
  const column = <T>(of: (each: ComposedDigest) => T) => batch.map(of);
  const ids = column(({ dispatchId }) => dispatchId);
  await client.query(DUE, [ids, column(({ personId }) => personId), column(({ period }) => period)]);
  await client.query(EVENTS, [
    column(({ event }) => event.id),
    column(({ event }) => event.stream),
    column(({ event }) => event.data),
    column(({ event }) => event.metadata),
  ]);
  await client.query(COMPOSED, [ids, column(({ from }) => from), column(({ to }) => to), column(({ bytes }) => bytes)]);
  await client.query(ENTERS, [ids, 'handing-over']);
}

const transportTo = (port: number, connections: number): Transporter =>
  createTransport({
    ...{ host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    ...{ pool: true, maxConnections: connections, maxMessages: Infinity },
  });

const sendAll = (transport: Transporter, batch: readonly ComposedMail[]): Promise<unknown> =>
  Promise.all(batch.map(({ from, to, bytes }) => transport.sendMail({ envelope: { from, to }, raw: bytes })));

const FLOOR_TABLES = `
  create table floor_dispatch (like mail_dispatch including all);
  create table floor_event (like event including all)`;

const DUE = `
  insert into floor_dispatch (tenant, dispatch_id, person_id, kind, period, about, due_at, state, state_at)
  select '9904', id, person_id, 'digest', period, '{}', now(), 'due', now()
  from unnest($1::uuid[], $2::uuid[], $3::text[]) as mail(id, person_id, period)`;
const EVENTS = `
  insert into floor_event (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
  select (select coalesce(max(position), 0) from floor_event) + nr, 0, now(), id, 1, '9904', stream,
    'digests.DigestMade', data, metadata
  from unnest($1::uuid[], $2::text[], $3::json[], $4::json[]) with ordinality as line(id, stream, data, metadata, nr)`;
const COMPOSED = `
  update floor_dispatch as it set state = 'composed', state_at = now(), composed_at = now(), envelope_from = sender,
    envelope_to = receiver, bytes = letter
  from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[]) as mail(id, sender, receiver, letter)
  where it.tenant = '9904' and it.dispatch_id = any($1) and it.dispatch_id = mail.id`;
const ENTERS = `
  update floor_dispatch set state = $2, state_at = now() where tenant = '9904' and dispatch_id = any($1::uuid[])`;
