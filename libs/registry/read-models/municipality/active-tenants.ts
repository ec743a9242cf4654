import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';

/**
 * Ids of all tenants that are in use, across tenants, with the worker's login. A merged municipality is no longer one of
 * them: its successor goes on with its work.
 */
export async function activeTenants(source: DataSource): Promise<readonly string[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    const { rows } = await client.query<{ tenant: string }>(
      'select tenant from registry_municipality where successor is null order by tenant',
    );
    return rows.map(({ tenant }) => tenant);
  } finally {
    await client.end();
  }
}
