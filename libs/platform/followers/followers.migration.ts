import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TenantColumns1796000000001, TenantIndexes1796000000021 } from '#platform/database';
import { CreateFollowedLog1764500000001 } from './followed-log.js';
import { CreateFollowerHalts1795880180001 } from './halts.js';
import { GuardedFollowers1796000000011 } from './guarded-followers.migration.js';
import { CreateFollowerLease1795880180003 } from './lease.migration.js';
import { OperatorReadsFollowers1795880190003 } from './operator-reads.migration.js';
import { CreatePassedOver1795880180002 } from './passed-over.js';
import { CreateRebuildFunctions1795880190001 } from './rebuild.migration.js';
import { ReplacedTables1796300011001 } from './replaced-tables.migration.js';

/** Checkpoint of each follower of the log, and the fault that stops it. Names, positions and event types only. */
export class CreateFollowers1763769600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_follower (
        kind text not null check (kind in ('read-model', 'policy')),
        name text not null,
        version integer not null,
        position bigint not null,
        state text not null check (state in ('following', 'building', 'stopped')),
        appended bigint not null default 0,
        failed_position bigint,
        failed_type text,
        failure text,
        primary key (kind, name)
      ) with (fillfactor = 50);
      create table policy_refusal (
        policy text not null,
        event_id uuid not null,
        nth integer not null,
        municipality text not null,
        stream text not null,
        rules text[] not null,
        recorded_at timestamptz not null default now(),
        primary key (policy, event_id, nth)
      );
      grant select on log_follower, policy_refusal to samspill_app;
      grant select, insert, update, delete on log_follower, policy_refusal to samspill_runner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy_refusal; drop table log_follower');
  }
}

/** The platform's own tables for followers of the log. */
export const followerMigrations = [
  CreateFollowers1763769600000,
  CreateFollowedLog1764500000001,
  CreateFollowerHalts1795880180001,
  CreatePassedOver1795880180002,
  CreateFollowerLease1795880180003,
  CreateRebuildFunctions1795880190001,
  OperatorReadsFollowers1795880190003,
  TenantColumns1796000000001,
  GuardedFollowers1796000000011,
  TenantIndexes1796000000021,
  ReplacedTables1796300011001,
];
