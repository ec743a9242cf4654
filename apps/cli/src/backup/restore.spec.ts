import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readEnvironment } from '#platform/environment';
import { EXIT } from '#platform/process';
import { contexts } from '../../../composition/src/index.js';
import type { FreshDatabase } from '../../../../test/postgres.js';
import { runHere } from '../cli.examples.js';
import { archivedTables, LEFT_OUT } from './archived-tables.js';
import type { ArchiveHeader, Row } from './archive-format.js';
import {
  asOwner,
  backedUpInstallation,
  clock,
  rowsIn,
  running,
  silent,
  WORKING,
  type BackedUpInstallation,
} from './backup.examples.js';
import { readArchive } from './read-archive.js';
import { restore } from './restore.js';
import { writeArchive, type Section } from './write-archive.js';

jest.setTimeout(240_000);

const readModels = contexts.flatMap((context) => context.readModels);
let installation: BackedUpInstallation;
let origin: FreshDatabase;
let file: string;
beforeAll(async () => {
  installation = await backedUpInstallation();
  ({ origin, file } = installation);
});
afterAll(() => installation.close());

/** The archive with another header, or other rows; with right checksums. */
async function rewritten(change: {
  readonly header?: Partial<ArchiveHeader>;
  readonly rows?: (table: string, rows: readonly Row[]) => readonly Row[];
}): Promise<string> {
  const tables: { table: string; columns: readonly string[]; rows: Row[] }[] = [];
  let header: ArchiveHeader | undefined;
  for await (const part of readArchive(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'start') tables.push({ table: part.table, columns: part.columns, rows: [] });
    if (part.kind === 'rows') tables.at(-1)!.rows.push(...part.rows);
  }
  async function* sections(): AsyncGenerator<Section> {
    for (const { rows, ...table } of tables) {
      const changed = change.rows?.(table.table, rows) ?? rows;
      yield {
        ...table,
        pages: (async function* () {
          yield await Promise.resolve(changed);
        })(),
      };
    }
  }
  const to = installation.newFile();
  const { takenAt, engine, migrations: names } = { ...header!, ...change.header };
  await writeArchive(to, { takenAt, engine, migrations: names }, sections(), running);
  return to;
}

describe('a backup', () => {
  test('holds every table that is no read model’s and is not left out for a reason', async () => {
    await asOwner(origin, async (client) => {
      const tables = await archivedTables(client, installation.source, readModels);
      expect(tables.map(({ table }) => table)).toEqual(WORKING);
      const { rows } = await client.query<{ name: string }>(
        `select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      );
      expect([...LEFT_OUT.keys()].filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
      for (const table of WORKING)
        expect([table, (await client.query(`select from ${table}`)).rowCount]).not.toEqual([table, 0]);
    });
  });

  test('holds no session', async () => {
    const tables: string[] = [];
    for await (const part of readArchive(file)) if (part.kind === 'start') tables.push(part.table);
    expect(tables).toEqual([...WORKING, 'policy_position', 'event']);
    expect(await rowsIn(origin, 'session')).toHaveLength(1);
  });

  test('needs the operators’ login only', async () => {
    const { DATABASE_URL_OPERATOR } = origin.environment;
    const done = await runHere(['backup', installation.newFile()], {
      DATABASE_URL_OPERATOR,
      SAMSPILL_DATA: installation.folder,
    });
    expect([done.code, done.err]).toEqual([EXIT.ok, expect.stringContaining("with the operators' rights")]);
  });
});

describe('a restore', () => {
  let database: FreshDatabase;
  let done: Awaited<ReturnType<typeof runHere>>;
  beforeAll(async () => {
    database = await installation.empty();
    done = await installation.restoreInto(database);
  });

  test('brings back every event and every row as it was', async () => {
    expect([done.code, done.err]).toEqual([EXIT.ok, expect.anything()]);
    expect(await rowsIn(database, 'event')).toEqual(await rowsIn(origin, 'event'));
    expect(await rowsIn(database, 'event_head')).toEqual(await rowsIn(origin, 'event_head'));
    for (const table of WORKING.filter((name) => name !== 'mail_dispatch'))
      expect([table, await rowsIn(database, table)]).toEqual([table, await rowsIn(origin, table)]);
    expect(await rowsIn(database, 'session')).toEqual([]);
    const positions = `(select name, position from log_follower where kind = 'policy')`;
    expect(await rowsIn(database, positions)).toEqual(['(one,3)', '(two,5)']);
    expect(await rowsIn(database, 'followed_log')).toEqual(['(postgres,event,,t)']);
  });

  test('holds back the mails that were due, and leaves the others as they were', async () => {
    expect(done.out).toContain('1 mails that were waiting may have been sent, and are not sent again.');
    const states = '(select dispatch_id, state, unsure from mail_dispatch)';
    expect(await rowsIn(database, states)).toEqual([
      '(00000000-0000-4000-8000-000000000001,accepted,0)',
      '(00000000-0000-4000-8000-000000000002,due,2)',
      '(00000000-0000-4000-8000-000000000003,due,0)',
    ]);
    const bytes = `(select bytes from mail_dispatch where bytes is not null)`;
    expect(await rowsIn(database, bytes)).toEqual(await rowsIn(origin, bytes));
  });

  test('knows until when the lost installation sent mail, if it is told', async () => {
    const other = await installation.empty();
    const told = await runHere(
      ['restore', file, '--stopped-at', '2026-11-30T06:59+01:00'],
      installation.environmentOf(other),
    );
    expect(told.code).toBe(EXIT.ok);
    expect(await rowsIn(other, '(select until from mail_possibly_sent)')).toEqual(['("2026-11-30 05:59:00+00")']);
    expect(
      await rowsIn(other, `(select dispatch_id from mail_dispatch where state = 'due' and unsure = 0)`),
    ).toHaveLength(2);
    const wrong = await runHere(
      ['restore', file, '--stopped-at', '30.11.2026 07:00'],
      installation.environmentOf(other),
    );
    expect([wrong.code, wrong.err]).toEqual([EXIT.wrongUse, expect.stringContaining('2027-01-31T14:00+01:00')]);
  });

  test('is possible where migrate has already made the tables', async () => {
    const migrated = await installation.migrated();
    expect(await installation.restoreInto(migrated)).toMatchObject({ code: EXIT.ok });
    expect(await rowsIn(migrated, 'event')).toEqual(await rowsIn(origin, 'event'));
  });

  test('is refused where there is anything, and changes nothing', async () => {
    const used = await installation.migrated();
    await asOwner(used, (client) =>
      client.query(`insert into job_round values ('3203', 'morning', '2026-11-27', now())`),
    );
    const refused = await installation.restoreInto(used);
    expect([refused.code, refused.err]).toEqual([EXIT.faults, expect.stringContaining('(the table job_round)')]);
    expect(await rowsIn(used, 'event')).toEqual([]);
  });

  test('that cannot put in a row puts in none, and the same database takes a right archive', async () => {
    const broken = await rewritten({
      rows: (table, rows) =>
        table === 'event' ? [...rows.slice(0, -1), [rows.at(-1)![0]!, ...rows[0]!.slice(1)]] : rows,
    });
    const target = await installation.empty();
    expect((await installation.restoreInto(target, broken)).code).toBe(EXIT.unexpected);
    for (const table of ['event', ...WORKING.filter((name) => name !== 'openid_identity_key')])
      expect([table, await rowsIn(target, table)]).toEqual([table, []]);
    expect(await installation.restoreInto(target)).toMatchObject({ code: EXIT.ok });
    expect(await rowsIn(target, 'event')).toEqual(await rowsIn(origin, 'event'));
  });

  test('that is stopped at any moment has done all or nothing', async () => {
    const target = await installation.empty();
    const environment = readEnvironment(installation.environmentOf(target), installation.folder);
    const stoppedAt = clock.now();
    // Checked at many places; the whole takes fewer than this many checks.
    for (let checks = 1; ; checks += 4) {
      const stop = stopAfter(checks);
      const outcome = await restore(environment, file, { stoppedAt }, silent(stop)).catch((fault: unknown) => fault);
      const there = await asOwner(target, async (client) => {
        const { rows } = await client.query<{ there: boolean }>(`select to_regclass('event') is not null as there`);
        return rows[0]!.there;
      });
      const events = there ? await rowsIn(target, 'event') : [];
      if (!(outcome instanceof Error)) {
        expect(events).toEqual(await rowsIn(origin, 'event'));
        break;
      }
      expect(events).toEqual([]);
      expect(checks).toBeLessThan(1_000);
    }
  });

  test('of an archive that lacks this version’s last migrations runs them afterwards', async () => {
    const { names, last } = await asOwner(origin, async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from schema_migration order by id');
      return { names: rows.map(({ name }) => name), last: 'OperatorReadsIdentityKey1796300007002' };
    });
    const older = await rewritten({ header: { migrations: names.filter((name) => name !== last) } });
    const target = await installation.empty();
    expect(await installation.restoreInto(target, older)).toMatchObject({ code: EXIT.ok });
    const ran = await rowsIn(target, '(select name from schema_migration)');
    expect(ran).toHaveLength(names.length);
    expect(ran).toContain(`(${last})`);
    // The tables of an installation of this version cannot become those of an older one.
    const migrated = await installation.migrated();
    const refused = await installation.restoreInto(migrated, older);
    expect([refused.code, refused.err]).toEqual([
      EXIT.faults,
      expect.stringContaining('of a newer version than the backup'),
    ]);
  });

  test('of an archive of a newer version is refused before anything is written', async () => {
    const newer = await rewritten({ header: { migrations: ['FromTheFuture9999999999999'] } });
    const target = await installation.empty();
    const refused = await installation.restoreInto(target, newer);
    expect([refused.code, refused.err]).toEqual([EXIT.faults, expect.stringContaining('FromTheFuture9999999999999')]);
    expect(await rowsIn(target, `(select relname from pg_class where relnamespace = 'public'::regnamespace)`)).toEqual(
      [],
    );
  });

  test('of an archive whose log lacks an event is refused before anything is written', async () => {
    const short = await rewritten({ rows: (table, rows) => (table === 'event' ? rows.slice(1) : rows) });
    const target = await installation.empty();
    expect(await installation.restoreInto(target, short)).toMatchObject({
      code: EXIT.faults,
      err: expect.stringContaining('its log has a gap, or there is none') as unknown,
    });
  });
});

/** A signal that aborts when it has been asked this many times whether it is. */
function stopAfter(checks: number): AbortSignal {
  const stop = new AbortController();
  let asked = 0;
  return new Proxy(stop.signal, {
    get(signal, property) {
      if ((property === 'throwIfAborted' || property === 'aborted') && (asked += 1) >= checks)
        stop.abort(new Error('Stopped'));
      const value = Reflect.get(signal, property, signal) as unknown;
      return typeof value === 'function' ? (value as () => unknown).bind(signal) : value;
    },
  });
}
