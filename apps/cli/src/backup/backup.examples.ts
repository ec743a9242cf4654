import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '#platform/database';
import type { EventStore } from '#platform/event-store';
import { anEvent, appended, aStream } from '#platform/event-store/contract';
import { SettableClock } from '#platform/kernel';
import { EXIT } from '#platform/process';
import { entities, migrations, postgresLog } from '../../../composition/src/index.js';
import { freshDatabase, migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { runHere } from '../cli.examples.js';

export const clock = new SettableClock(new Date('2026-11-30T02:00:00.123Z'));
export const TENANT = '3203';
export const running = new AbortController().signal;
/** A command line whose output nobody reads. */
export const silent = (signal = running) => ({
  terminal: { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 },
  environment: {},
  signal,
});

/** Writes one row into each working table without the application, so that a column that a backup forgets is missed. */
const WORK = `
  insert into digests_told_news values ('${TENANT}', gen_random_uuid(), 'news', gen_random_uuid(), gen_random_uuid(), now());
  insert into job_round values ('${TENANT}', 'morning', '2026-11-27', '2026-11-27T06:00:00.000001Z');
  insert into mail_dispatch (tenant, dispatch_id, person_id, kind, period, about, due_at, state, state_at, attempts, envelope_from, envelope_to, bytes, subject)
    values ('${TENANT}', '00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'digest', '2026-W48', '{"on": "æøå"}', '2026-11-23T06:00Z', 'accepted', now(), 1,
      'samspill@example.no', 'kari@example.no', '\\x00ff0a5c22', 'Ukesoppsummering'),
    ('${TENANT}', '00000000-0000-4000-8000-000000000002', gen_random_uuid(), 'daily', '2026-11-30', '{}', '2026-11-30T06:00Z', 'due', now(), 0, null, null, null, null),
    ('${TENANT}', '00000000-0000-4000-8000-000000000003', gen_random_uuid(), 'daily', '2026-12-01', '{}', '2026-12-01T06:00Z', 'due', now(), 0, null, null, null, null);
  insert into mail_report values ('${TENANT}', 'digest', gen_random_uuid(), gen_random_uuid(), now(), true, true, '5.1.1', null);
  insert into meetings_protocol_draft (meeting_id, revision, tenant, content, saved_by, saved_at)
    values (gen_random_uuid(), 7, '${TENANT}', '{"text": "Én «sak» \\\\ med \\"tegn\\"\\n"}', gen_random_uuid(), now());
  insert into policy_refusal values ('policy', gen_random_uuid(), 0, '${TENANT}', 'action-1', array['a rule', 'with, comma']);
  insert into sign_in_waiting (tenant, identity_id, name, email, asked_at) values ('${TENANT}', gen_random_uuid(), 'Kari', null, now());
  insert into log_follower (kind, name, version, position, state) values ('policy', 'one', 1, 3, 'following'), ('policy', 'two', 1, 5, 'following');
  insert into session (tenant, session_id, digest, person_id, via, began_at, used_at)
    select '${TENANT}', gen_random_uuid(), decode(repeat('ab', 32), 'hex'), gen_random_uuid(), 'persona-picker', now(), now()`;

/** The working tables of a backup. */
export const WORKING = [
  'digests_told_news',
  'job_round',
  'mail_dispatch',
  'mail_report',
  'meetings_protocol_draft',
  'openid_identity_key',
  'policy_refusal',
  'sign_in_waiting',
];

export async function asOwner<T>({ ownerUrl }: FreshDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(ownerUrl);
  await client.connect();
  return work(client).finally(() => client.end());
}
/** Every row of a table as text. */
export const rowsIn = (database: FreshDatabase, table: string): Promise<readonly string[]> =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ row: string }>(`select it::text as row from ${table} as it order by 1`);
    return rows.map(({ row }) => row);
  });
/** Some events of two municipalities, one append with several. */
export async function writeLog(events: EventStore): Promise<void> {
  const [one, other] = [aStream(), aStream()];
  await appended(events, one, 'no-stream', [anEvent({ text: 'æøå \u2028 🙂', number: 5e-324 }), anEvent()], TENANT);
  clock.set(new Date(clock.now().getTime() + 1_000));
  await appended(events, other, 'no-stream', [anEvent({ b: 1, a: null })], '1577');
  await appended(events, one, 1n, [anEvent(), anEvent()], TENANT);
}
export async function eventsOf(events: EventStore) {
  const all = [];
  for await (const page of events.readAll({ after: 0n })) all.push(...page);
  return all;
}
export async function logOf<T>(database: FreshDatabase, work: (events: EventStore) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ url: database.url, entities });
  const events = postgresLog(opened).open(clock);
  try {
    return await work(events);
  } finally {
    await events.close();
    await opened.destroy();
  }
}

/** An installation and its backup, and databases to restore it into. */
export interface BackedUpInstallation {
  readonly folder: string;
  /** With a small log, and at least one row in each working table. */
  readonly origin: FreshDatabase;
  /** Its database with the operators' login. */
  readonly source: DataSource;
  readonly file: string;
  /** A path at which there is no file yet. */
  newFile(): string;
  /** An empty database, or one with the tables of this version. */
  empty(): Promise<FreshDatabase>;
  migrated(): Promise<FreshDatabase>;
  environmentOf(database: FreshDatabase): Readonly<Record<string, string>>;
  restoreInto(database: FreshDatabase, from?: string): ReturnType<typeof runHere>;
  close(): Promise<void>;
}

export async function backedUpInstallation(): Promise<BackedUpInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'samspill-restore-'));
  const made: FreshDatabase[] = [];
  const kept = (database: FreshDatabase) => {
    made.push(database);
    return database;
  };
  const origin = kept(await migratedDatabase(migrations));
  await logOf(origin, writeLog);
  await asOwner(origin, (client) => client.query(WORK));
  const url = origin.environment.DATABASE_URL_OPERATOR;
  const source = await openDatabase({ url, entities, role: 'samspill_operator' });
  const environmentOf = (database: FreshDatabase) => ({
    ...database.environment,
    SAMSPILL_DATA: folder,
    SAMSPILL_CLOCK: '2026-11-30T10:00:00Z',
  });
  let count = 0;
  const newFile = () => join(folder, `${(count += 1)}.backup`);
  const file = newFile();
  const done = await runHere(['backup', file], environmentOf(origin));
  if (done.code !== EXIT.ok) throw new Error(done.err);
  return {
    ...{ folder, origin, source, file, newFile, environmentOf },
    empty: async () => kept(await freshDatabase()),
    migrated: async () => kept(await migratedDatabase(migrations)),
    restoreInto: (database, from = file) => runHere(['restore', from], environmentOf(database)),
    async close() {
      await source.destroy();
      for (const database of made) await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
