import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EventTenants1796000000000 } from './event-tenants.migration.js';
import { FasterAppends1796200000001 } from './faster-appends.migration.js';
import { OperatorReadsLog1795880190002 } from './operator-reads.migration.js';
import { TenantAccess1796000000010 } from './tenant-access.migration.js';

/**
 * The log: one append-only table, and one row with the position of its end (ADR 0010). Text is compared byte by byte
 * ("C"): stream names are identifiers, and a language's collation costs several times as much. The application's role
 * may read and append, and cannot change or delete events.
 */
export class EventStore1760000000000 implements MigrationInterface {
  name = 'EventStore1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        position bigint NOT NULL,
        revision bigint NOT NULL CHECK (revision >= 0),
        recorded_at timestamptz NOT NULL,
        event_id uuid NOT NULL,
        schema_version integer NOT NULL,
        stream text COLLATE "C" NOT NULL,
        type text COLLATE "C" NOT NULL,
        municipality text COLLATE "C" NOT NULL,
        data json NOT NULL,
        metadata json NOT NULL,
        CONSTRAINT event_position PRIMARY KEY (position),
        CONSTRAINT event_stream_revision UNIQUE (stream, revision),
        CONSTRAINT event_event_id UNIQUE (event_id)
      )`);
    await runner.query(`
      CREATE TABLE event_head (
        position bigint NOT NULL,
        recorded_at timestamptz NOT NULL,
        one boolean PRIMARY KEY DEFAULT true CHECK (one)
      ) WITH (fillfactor = 10)`);
    await runner.query(`INSERT INTO event_head (position, recorded_at) VALUES (0, '-infinity')`);
    await runner.query(`
      CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The log only grows: % of % is refused', lower(TG_OP), TG_TABLE_NAME
          USING ERRCODE = 'insufficient_privilege';
      END $$`);
    // A superuser can bypass this deliberately with SET session_replication_role = replica, but not by mistake.
    await runner.query(`
      CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event
      FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept()`);
    await runner.query(`
      CREATE TRIGGER event_head_is_kept BEFORE DELETE OR TRUNCATE ON event_head
      FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept()`);
    await runner.query(`REVOKE ALL ON event, event_head FROM PUBLIC`);
    await runner.query(`GRANT SELECT, INSERT ON event TO samspill_app`);
    await runner.query(`GRANT SELECT, UPDATE (position, recorded_at) ON event_head TO samspill_app`);
  }

  /** No down migration: a program never drops the log. */
  async down(): Promise<void> {
    throw new Error('The log is never dropped by a migration; restore a backup instead');
  }
}

/** Migrations of the log's own tables, in order. */
export const eventStoreMigrations = [
  EventStore1760000000000,
  OperatorReadsLog1795880190002,
  EventTenants1796000000000,
  TenantAccess1796000000010,
  FasterAppends1796200000001,
] as const;
