import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { StoredSkipRanges, SkipRange } from './skip-ranges.js';

/** Skip ranges of KurrentDB's log (ADR 0111): positions only. */
export class CreateKurrentPassages1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kurrentdb_passage (
        log text not null,
        from_position bigint not null,
        to_position bigint not null check (to_position > from_position),
        primary key (log, from_position)
      );
      grant select, insert, update on kurrentdb_passage to samspill_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kurrentdb_passage');
  }
}

/** Operators who read the log keep what they have skipped, and `move-log` clears it (ADR 0311). */
export class KurrentPassageRights1795880190004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant select, insert, update on kurrentdb_passage to samspill_operator;
      grant select, delete on kurrentdb_passage to samspill_runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on kurrentdb_passage from samspill_operator, samspill_runner');
  }
}

/** Migrations of Samspill's own tables about a log in KurrentDB. */
export const kurrentMigrations = [CreateKurrentPassages1764500000000, KurrentPassageRights1795880190004] as const;

/** Executes a statement: on a pool, a client or TypeORM's data source. */
type Query = (statement: string, values: readonly unknown[]) => Promise<unknown>;

/** Deletes the skip ranges of a log of this name: on another server they would hide its events. */
export const deleteSkipRanges = async (log: string, query: Query): Promise<void> => {
  await query('delete from kurrentdb_passage where log = $1', [log]);
};

/** Skip ranges of one log, stored in PostgreSQL. `query` returns the rows. */
export const skipRangesInPostgres = (log: string, query: Query): StoredSkipRanges => ({
  async all() {
    const rows = (await query(
      'select from_position::text as "from", to_position::text as "to" from kurrentdb_passage where log = $1',
      [log],
    )) as readonly { readonly from: string; readonly to: string }[];
    return rows.map(({ from, to }): SkipRange => ({ from: BigInt(from), to: BigInt(to) }));
  },
  async keep({ from, to }) {
    await query(
      `insert into kurrentdb_passage as it (log, from_position, to_position) values ($1, $2, $3)
       on conflict (log, from_position) do update set to_position = greatest(it.to_position, excluded.to_position)`,
      [log, from.toString(), to.toString()],
    );
  },
});
