import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `served_municipalities`: ids of the tenants in use, for sign-in, which does not know yet whose municipality it is.
 * Which municipalities an installation serves is public knowledge; everything else of them stays behind row-level security.
 */
export class ServedMunicipalities1796300000410 implements MigrationInterface {
  name = 'ServedMunicipalities1796300000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function served_municipalities() returns table (id text, demo boolean)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select tenant, demo from public.registry_municipality where successor is null
        $$;
      revoke all on function served_municipalities from public;
      grant execute on function served_municipalities to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function served_municipalities');
  }
}
