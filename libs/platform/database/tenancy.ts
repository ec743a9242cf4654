import type { DataSource, EntityManager } from 'typeorm';
import { TenantId } from '#platform/kernel';

/**
 * A transaction that sees one tenant. `begin` and the tenant are sent as one message, so it adds two round trips in all.
 */
export async function inTenant<T>(
  source: DataSource,
  mode: 'read only' | 'read write',
  tenant: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (!TenantId.safeParse(tenant).success) throw new Error('Not a tenant id');
  const runner = source.createQueryRunner();
  try {
    await runner.query(`begin ${mode}; select set_config('samspill.tenant', '${tenant}', true)`);
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
