import { expect, test } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from './postgres.js';

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
