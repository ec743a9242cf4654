import type { DataSource, EntityManager } from 'typeorm';

const MUNICIPALITY = /^\d{4}$/;

/**
 * A transaction that sees one municipality. `begin` and the tenant are sent as one message, so it adds two round trips
 * in all.
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
      // Rethrows the first fault; a failing rollback says only that the connection is gone.
      await runner.query('rollback').catch(() => undefined);
      throw fault;
    }
  } finally {
    await runner.release();
  }
}
