import { Pool, type PoolConfig } from 'pg';
import { PooledClient } from '#platform/database';

/**
 * A pool of connections for a compared system. `Pool.end()` resolves before the server has closed the connections, so
 * dropping the database may still end one: a pool without a handler would end the process. A query that loses its
 * connection rejects as usual.
 */
export function benchPool(config: PoolConfig): Pool {
  return new Pool({ ...config, Client: PooledClient }).on('error', () => undefined);
}
