import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ClientBase } from 'pg';
import { quoted } from './follower-status.js';

/** Identity of a log, so that positions of one are never used for another. */
export interface LogIdentity {
  readonly engine: 'postgres' | 'kurrentdb';
  /** Its name, if the engine can store several. */
  readonly name: string;
  /** Its first event and that event's position; undefined while the log is empty. */
  readonly origin?: string;
}

/** The log that this database's read models and policies follow; at most one row. */
export class CreateFollowedLog1764500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table followed_log (
        engine text not null check (engine in ('postgres', 'kurrentdb')),
        name text not null,
        origin text,
        one boolean primary key default true check (one)
      );
      insert into followed_log (engine, name)
        select 'postgres', 'event' where exists (select from log_follower where position > 0);
      grant select on followed_log to samspill_app;
      grant select, insert, update on followed_log to samspill_runner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table followed_log');
  }
}

/**
 * Checks that this database's followers may follow `log`, and records it if they have not followed one. Returns the
 * recorded log if it is another one: its positions do not apply to `log`.
 */
export async function followLog(client: ClientBase, log: LogIdentity): Promise<LogIdentity | undefined> {
  const origin = log.origin === undefined ? 'null' : quoted(log.origin);
  const ours = `${quoted(log.engine)}, ${quoted(log.name)}, ${origin}`;
  await client.query(`insert into followed_log (engine, name, origin) values (${ours}) on conflict (one) do nothing`);
  const other = await followsAnother(client, log);
  if (other === undefined && log.origin !== undefined)
    await client.query(`update followed_log set origin = ${origin} where origin is null`);
  return other;
}

/** Name of the log that a database follows while a restore fills the log beside it. */
const UNFINISHED_RESTORE = 'unfinished restore';

/** True for the name in place of a log that a restore had not yet filled when it was broken off. */
export const isUnfinishedRestore = ({ name }: LogIdentity): boolean => name === UNFINISHED_RESTORE;

/** Lets nothing follow the log that a restore is about to fill, until `moveFollowers` says that it is complete. */
export async function beginRestore(client: ClientBase): Promise<void> {
  await client.query(
    `insert into followed_log (engine, name) values ('kurrentdb', ${quoted(UNFINISHED_RESTORE)})
     on conflict (one) do update set name = excluded.name`,
  );
}

/** The recorded log if it is another one than `log`. */
export async function followsAnother(client: ClientBase, log: LogIdentity): Promise<LogIdentity | undefined> {
  const { rows } = await client.query<{ engine: LogIdentity['engine']; name: string; origin: string | null }>(
    'select engine, name, origin from followed_log',
  );
  const followed = rows[0];
  if (!followed) return undefined;
  const same = followed.engine === log.engine && followed.name === log.name;
  if (same && (followed.origin === null || followed.origin === log.origin)) return undefined;
  return { engine: followed.engine, name: followed.name, ...(followed.origin !== null && { origin: followed.origin }) };
}
