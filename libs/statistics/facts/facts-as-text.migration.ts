import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACTS = [
  'statistics_municipality',
  'statistics_unit',
  'statistics_service',
  'statistics_person',
  'statistics_meeting',
  'statistics_action',
  'statistics_alert',
];

/**
 * Earlier versions and moments are kept as the text that they are sent as, since no query looks into them (ADR 0287). Keys
 * are compared byte by byte: nobody reads them in the order of an alphabet.
 */
export class FactsAsText1796300011002 implements MigrationInterface {
  name = 'FactsAsText1796300011002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of FACTS)
      await runner.query(`alter table ${table}
        alter column subject type text collate "C",
        alter column earlier type json using earlier::json`);
    await runner.query(`alter table statistics_moment
      alter column minute type text collate "C",
      alter column events type json using events::json`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FACTS)
      await runner.query(`alter table ${table}
        alter column subject type text collate "default",
        alter column earlier type jsonb using earlier::jsonb`);
    await runner.query(`alter table statistics_moment
      alter column minute type text collate "default",
      alter column events type jsonb using events::jsonb`);
  }
}
