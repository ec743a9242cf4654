import type { DataSource, EntityManager } from 'typeorm';

const MUNICIPALITY = /^\d{4}$/;

/**
 * A transaction that sees one municipality. Begin and tenant go as one message to the database: two round trips around
 * the work in all.
 */
export async function inMunicipality<T>(
  source: DataSource,
  mode: 'read only' | 'read write',
  municipality: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (!MUNICIPALITY.test(municipality)) throw new Error('Not a municipality number');
  const runner = source.createQueryRunner();
  try {
    await runner.query(`begin ${mode}; select set_config('samspill.municipality', '${municipality}', true)`);
    try {
      const answer = await work(runner.manager);
      await runner.query('commit');
      return answer;
    } catch (fault) {
      // What went wrong first is what the caller must hear; a rollback that fails says only that the connection is gone.
      await runner.query('rollback').catch(() => undefined);
      throw fault;
    }
  } finally {
    await runner.release();
  }
}
