import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { REBUILD_CONNECTIONS, REBUILD_SETTINGS, type ReadModel } from '#platform/projections';

/**
 * Seconds in which PostgreSQL alone makes the tables of these read models anew: the rows that are there copied by one
 * `INSERT … SELECT` each, then keys, indexes, rights and statistics, on as many connections and with the settings of a
 * rebuild. No event is read, nothing is folded, and no row leaves or enters the database.
 */
export async function secondsOfTables(source: DataSource, models: readonly ReadModel[]): Promise<number> {
  const connections = Array.from({ length: REBUILD_CONNECTIONS }, () =>
    dedicatedConnection(runnerUrlOf(source), 'samspill_runner'),
  );
  const clients = await Promise.all(connections);
  try {
    for (const client of clients) await client.query(REBUILD_SETTINGS);
    const names = models.map(({ entity }) => source.getMetadata(entity).tableName);
    const { rows } = await clients[0]!.query<{ name: string }>(
      'select name from unnest($1::text[]) as it(name) order by pg_relation_size(name::regclass) desc',
      [names],
    );
    const began = performance.now();
    const left = rows.values();
    await Promise.all(
      clients.map(async (client) => {
        for (const { name } of left) {
          await client.query('select rebuild_create($1)', [name]);
          await client.query(`insert into ${name}__next select * from ${name}`);
          await client.query('select rebuild_complete($1)', [name]);
        }
      }),
    );
    const seconds = (performance.now() - began) / 1_000;
    for (const name of names) await clients[0]!.query('select rebuild_drop($1)', [name]);
    return seconds;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
