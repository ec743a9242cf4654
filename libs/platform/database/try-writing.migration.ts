import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Writes a temporary table of enough rows to need new blocks on the disk; it is dropped at the commit. A function with
 * the owner's rights, since the application may make no temporary tables: it could give them names of its own.
 */
export class TryWriting1796000000020 implements MigrationInterface {
  name = 'TryWriting1796000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function try_writing() returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        create temporary table writing_tried on commit drop as
          select repeat(md5(n::text), 30) as filler from generate_series(1, 100) as n;
      end $$;
      revoke all on function try_writing() from public;
      grant execute on function try_writing() to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function try_writing');
  }
}
