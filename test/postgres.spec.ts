import { expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseMigrations } from '#platform/database';
import { freshDatabase, migratedDatabase } from './postgres.js';

test('every test has an empty database of its own with Norwegian sorting', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  expect(one.url).not.toBe(other.url);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const tables = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
  expect(tables.rows).toEqual([]);
  const sorted = await client.query<{ name: string }>(
    "SELECT name FROM unnest(ARRAY['Ås', 'Ørsta', 'Ærøy', 'Bø', 'Asker']) AS name ORDER BY name",
  );
  expect(sorted.rows.map(({ name }) => name)).toEqual(['Asker', 'Bø', 'Ærøy', 'Ørsta', 'Ås']);
  await client.end();
  await Promise.all([one.drop(), other.drop()]);
});

test('a test that asks for a migrated database has one of its own, with the keys of the logins', async () => {
  const [one, other] = await Promise.all([migratedDatabase([]), migratedDatabase([])]);
  const found = async ({ ownerUrl }: typeof one, change: string) => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(change);
    const { rows } = await client.query<{ name: string; login: string }>(
      'SELECT name, login FROM schema_migration, login_key ORDER BY id, login',
    );
    await client.end();
    return rows;
  };
  expect(await found(one, 'DELETE FROM login_key')).toEqual([]);
  expect(await found(other, 'SELECT')).toEqual(
    databaseMigrations.flatMap(({ name }) =>
      ['samspill_api', 'samspill_operations', 'samspill_worker'].map((login) => ({ name, login })),
    ),
  );
  await Promise.all([one.drop(), other.drop()]);
});
