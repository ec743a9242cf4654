import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A year's plan reads the meetings of one school year, among those of all there have been. */
export class MeetingsByYear1795305601010 implements MigrationInterface {
  name = 'MeetingsByYear1795305601010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index meetings_meeting_by_year on meetings_meeting (municipality, school_year)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index meetings_meeting_by_year');
  }
}
