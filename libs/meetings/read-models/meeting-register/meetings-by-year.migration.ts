import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Index for a year's plan, which reads the meetings of one school year among all years. */
export class MeetingsByYear1795305601010 implements MigrationInterface {
  name = 'MeetingsByYear1795305601010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index meetings_meeting_by_year on meetings_meeting (municipality, school_year)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index meetings_meeting_by_year');
  }
}
