import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holder of each lease, with its expiry by the database's clock; an epoch is one holder's term. */
export class CreateFollowerLease1795880180003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follower_lease (
        name text primary key check (name in ('projections', 'policies', 'rebuild')),
        epoch bigint not null default 0,
        expires_at timestamptz not null default '-infinity'
      );
      insert into follower_lease (name) values ('projections'), ('policies'), ('rebuild');
      grant select on follower_lease to samspill_app;
      grant select, update on follower_lease to samspill_runner;
      create function expect_lease(of text, held bigint) returns boolean language plpgsql as $$
      begin
        -- Held until the transaction ends: nobody takes the lease over in between. Renewing it is not held up.
        perform 1 from follower_lease where name = of and epoch = held for key share;
        if not found then
          raise exception 'The lease % has been taken over', of using errcode = 'SL001';
        end if;
        return true;
      end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function expect_lease; drop table follower_lease');
  }
}
