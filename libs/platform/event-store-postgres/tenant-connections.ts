import type { Pool, PoolClient } from 'pg';
import { notProven, sessionProof, setTenant, sqlStateOf } from '#platform/database';
import { NOT_PROVEN } from './tenant-access.migration.js';

/** Connections of `samspill_app`, which sees and appends events of the tenants that it proves (ADR 0302). */
export class TenantConnections {
  constructor(
    private readonly pool: Pool,
    /** Address of the connections, with the password from which proofs are derived. */
    private readonly url: string,
  ) {}

  /** Proof of the tenant for the session of this connection. */
  proof(client: PoolClient, tenant: string): string {
    return sessionProof(this.url, tenant, client);
  }

  /**
   * Lends a connection, which is not used again after a fault.
   * @throws TenantNotProven when the database does not accept a proof
   */
  async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      const answer = await work(client);
      client.release();
      return answer;
    } catch (fault) {
      client.release(true);
      throw sqlStateOf(fault) === NOT_PROVEN ? notProven(this.url) : fault;
    }
  }

  /** Works in a read-only transaction that sees one tenant. */
  inTenant<T>(tenant: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.use(async (client) => {
      await client.query('begin read only');
      await setTenant(client, this.url, tenant);
      const answer = await work(client);
      await client.query('commit');
      return answer;
    });
  }
}
