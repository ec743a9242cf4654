import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { TenantId } from '#platform/kernel';
import { urlOf } from './data-source.js';
import { setTenant } from './tenant-proof.js';

/** A transaction that sees one tenant. */
export async function inTenant<T>(
  source: DataSource,
  mode: 'read only' | 'read write' | `isolation level repeatable read read only; ${string}`,
  tenant: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (!TenantId.safeParse(tenant).success) throw new Error('Not a tenant id');
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.query(`begin ${mode}`);
    try {
      await setTenant(client, urlOf(source), tenant);
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
