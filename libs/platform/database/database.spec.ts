import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import {
  dedicatedConnection,
  migrate,
  openDatabase,
  PostgresReadSide,
  PostgresWorkingTables,
  tenantTable,
  tryWriting,
} from './index.js';

@Entity()
class KitchenNote {
  @PrimaryColumn('text') noteId!: string;
  @Column('text') tenant!: string;
  @Column('date') dueOn!: string;
  @Column('int8') seenAt!: bigint;
  @Column('numeric') cost!: number;
}

class MakeKitchenNote1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kitchen_note (
        note_id text primary key, tenant text not null, due_on date not null, seen_at int8 not null, cost numeric not null);
      ${tenantTable('kitchen_note')}
      create table kitchen_draft (draft_id text primary key, tenant text not null);
      ${tenantTable('kitchen_draft', 'application')}`);
  }
  async down(): Promise<void> {}
}
class FromTheFuture1900000000002 implements MigrationInterface {
  async up(): Promise<void> {}
  async down(): Promise<void> {}
}

let database: FreshDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, [MakeKitchenNote1700000000001], database.logins)));
  source = await openDatabase({ url: database.url, entities: [KitchenNote] });
  const runner = await dedicatedConnection(database.url, 'samspill_runner');
  await runner.query(`insert into kitchen_note values
    ('a', '3203', '2026-02-28', 9007199254740993, 12.5), ('b', '0301', '2026-03-01', 1, 1)`);
  await runner.end();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('a test write', () => {
  const asApi = () => openDatabase({ url: database.environment.DATABASE_URL_API, entities: [] });

  test('succeeds as often as wanted with the login of the API, and leaves nothing behind', async () => {
    const api = await asApi();
    await tryWriting(api);
    await tryWriting(api);
    expect(await api.query(`select relname from pg_class where relname = 'writing_tried'`)).toEqual([]);
    await api.destroy();
  });

  test('fails in a database that is read-only', async () => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const owner = await dedicatedConnection(database.ownerUrl, 'none');
    await owner.query(`alter database ${name} set default_transaction_read_only = on`);
    const api = await asApi();
    await expect(tryWriting(api)).rejects.toMatchObject({ driverError: { code: '25006' } });
    await api.destroy();
    await owner.query(
      `set default_transaction_read_only = off; alter database ${name} reset default_transaction_read_only`,
    );
    await owner.end();
  });
});

describe('one tenant', () => {
  test('is the only one visible to a query without a where clause', async () => {
    const notes = await new PostgresReadSide(source).in('3203', (manager) => manager.find(KitchenNote));
    expect(notes).toEqual([
      { noteId: 'a', tenant: '3203', dueOn: '2026-02-28', seenAt: 9007199254740993n, cost: 12.5 },
    ]);
  });

  test('must be set for each use, and does not remain on the connection', async () => {
    await new PostgresReadSide(source).in('3203', (manager) => manager.find(KitchenNote));
    expect(await source.query('select * from kitchen_note')).toEqual([]);
  });

  test('cannot be changed by the content of a query', async () => {
    await expect(new PostgresReadSide(source).in("0301', true); --", async () => 1)).rejects.toThrow('Not a tenant id');
  });

  test('accepts no row of another, and read models accept no rows from the application', async () => {
    const working = new PostgresWorkingTables(source);
    await working.in('3203', (manager) => manager.query(`insert into kitchen_draft values ('d', '3203')`));
    await expect(
      working.in('3203', (manager) => manager.query(`insert into kitchen_draft values ('e', '0301')`)),
    ).rejects.toThrow('row-level security');
    await expect(working.in('3203', (manager) => manager.query(`update kitchen_note set cost = 0`))).rejects.toThrow(
      'permission denied',
    );
    expect(await working.in('0301', (manager) => manager.query('select * from kitchen_draft'))).toEqual([]);
  });

  test('is hidden from the owner of the tables too, unless the owner is a superuser', async () => {
    const owner = await dedicatedConnection(database.ownerUrl, 'none');
    const { rows } = await owner.query(
      `select relname from pg_class where relname like 'kitchen%' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    await owner.end();
    expect(rows).toEqual([]);
  });
});

describe('migrations', () => {
  test('run once when several processes start concurrently', async () => {
    expect(await migrate(database.ownerUrl, [MakeKitchenNote1700000000001], database.logins)).toEqual([]);
  });

  test('refuse a database of a newer version in one sentence, and change nothing', async () => {
    const newer = await freshDatabase();
    await migrate(newer.ownerUrl, [FromTheFuture1900000000002]);
    await expect(migrate(newer.ownerUrl, [MakeKitchenNote1700000000001])).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/^The database has been used by a newer version of Samspill [^\n]*\.$/),
    });
    const owner = await dedicatedConnection(newer.ownerUrl, 'none');
    const { rows } = await owner.query(`select to_regclass('kitchen_note') as it`);
    await owner.end();
    await newer.drop();
    expect(rows).toEqual([{ it: null }]);
  });

  test('of several databases of one cluster can run concurrently and share the roles', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => freshDatabase()));
    await Promise.all(databases.map(({ ownerUrl }) => migrate(ownerUrl, [MakeKitchenNote1700000000001])));
    await Promise.all(databases.map((it) => it.drop()));
  });
});
