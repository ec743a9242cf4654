import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tenant becomes part of a stream's and an event's address: two tenants may hold a stream of the same name, such as
 * that of a unit with its organisation number. No event changes.
 */
export class EventTenants1796000000000 implements MigrationInterface {
  name = 'EventTenants1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event RENAME COLUMN municipality TO tenant;
      ALTER TABLE event
        DROP CONSTRAINT event_stream_revision,
        DROP CONSTRAINT event_event_id,
        ADD CONSTRAINT event_stream_revision UNIQUE (tenant, stream, revision),
        ADD CONSTRAINT event_event_id UNIQUE (tenant, event_id)`);
  }

  /** No down migration: streams of the same name in two tenants could not be told apart. */
  async down(): Promise<void> {
    throw new Error('The log keeps its tenants; restore a backup instead');
  }
}
