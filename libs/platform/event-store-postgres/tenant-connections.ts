import type { Pool, PoolClient } from 'pg';
import { notProven, sessionProof, setTenant, sqlStateOf } from '#platform/database';
import { NOT_PROVEN } from './tenant-access.migration.js';

/** Connections of `samspill_app`, which sees and appends events of the tenants that it proves (ADR 0302). */
export class TenantConnections {
  constructor(
    protected readonly pool: Pool,
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
      throw this.explained(fault);
    }
  }

  /** The fault, or `TenantNotProven` in place of PostgreSQL's own. */
  protected explained(fault: unknown): unknown {
    return sqlStateOf(fault) === NOT_PROVEN ? notProven(this.url) : fault;
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

/**
 * One connection that is kept between its uses. Borrowing it from the pool for each append of one writer would take a tenth
 * of Node's processor time (`docs/benchmarks.md`).
 */
export class KeptConnection extends TenantConnections {
  private kept: PoolClient | undefined;

  /** For one after the other. The connection is replaced after a fault. */
  override async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = (this.kept ??= await this.pool.connect());
    try {
      return await work(client);
    } catch (fault) {
      this.kept = undefined;
      client.release(true);
      throw this.explained(fault);
    }
  }

  /** Gives the connection back to the pool, which can end then. */
  release(): void {
    this.kept?.release();
    this.kept = undefined;
  }
}
