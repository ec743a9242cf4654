import type { Client } from 'pg';
import { dedicatedConnection, LOCKS } from '#platform/database';
import { quoted } from './follower-status.js';

export type LeaseName = 'projections' | 'policies' | 'rebuild';

/** Time without renewal after which another process takes over. The holder renews three times as often. */
export const LEASE_MS = 6_000;

/** The lease has been taken over, or cannot be renewed: work under it must stop. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * A lease: the right of one process to work, which expires when it is not renewed. Every connection of the holder has a
 * shared session lock: if the holder dies, the lock is released and another process takes over at once; if it freezes,
 * the lease expires by the database's clock, and another process terminates the holder's connections and takes over. A
 * transaction that includes the `fence` commits under this epoch of the lease or not at all.
 */
export class Lease {
  private readonly gone = new AbortController();
  private readonly connections = new Set<Client>();
  private readonly timer: NodeJS.Timeout;
  private renewing: Promise<void> | undefined;

  constructor(
    readonly name: LeaseName,
    private readonly epoch: bigint,
    private readonly session: Client,
    private readonly url: string,
    private readonly leaseMs: number,
  ) {
    session.on('end', () => this.gone.abort());
    this.timer = setInterval(() => {
      this.renewing ??= this.renew();
    }, leaseMs / 3);
  }

  /** Aborts when the lease is lost or released. */
  get lost(): AbortSignal {
    return this.gone.signal;
  }

  /** SQL condition that is true, or aborts the transaction when the lease has been taken over. */
  get fence(): string {
    return `expect_lease(${quoted(this.name)}, ${this.epoch})`;
  }

  /**
   * A connection for work. The server ends it when a transaction on it is idle for as long as the lease lasts.
   * @throws LeaseLost also when the lease is lost or released while the connection is being opened, and ends it
   */
  async connection(): Promise<Client> {
    const client = await dedicatedConnection(this.url, 'samspill_runner');
    try {
      this.throwIfLost();
      this.connections.add(client);
      await client.query(
        `set idle_in_transaction_session_timeout = ${this.leaseMs}; select pg_advisory_lock_shared(${LOCKS[this.name]})`,
      );
      this.throwIfLost();
      return client;
    } catch (fault) {
      // Left open, its lock would make the next holder wait until it has found the lease expired.
      await client.end().catch(() => undefined);
      throw fault;
    }
  }

  /** @throws LeaseLost */
  throwIfLost(): void {
    if (this.gone.signal.aborted) throw new LeaseLost(`The lease ${this.name} is lost`);
  }

  /** Releases the lease, so that another process takes over at once. Never throws. */
  async release(): Promise<void> {
    this.gone.abort();
    clearInterval(this.timer);
    await this.renewing;
    await Promise.allSettled([...this.connections].map((client) => client.end()));
    await this.session
      .query(`update follower_lease set expires_at = '-infinity' where name = $1 and epoch = $2`, [
        this.name,
        this.epoch,
      ])
      .catch(() => undefined);
    await this.session.end().catch(() => undefined);
  }

  private async renew(): Promise<void> {
    try {
      const { rowCount } = await this.session.query(
        `update follower_lease set expires_at = ${expiry(this.leaseMs)} where name = $1 and epoch = $2`,
        [this.name, this.epoch],
      );
      if (rowCount === 0) this.gone.abort();
    } catch {
      this.gone.abort();
    } finally {
      this.renewing = undefined;
    }
  }
}

/** The new epoch, or why it cannot begin: the epoch that has the lease, and whether it has expired. */
export type Attempt = { readonly epoch: bigint } | { readonly heldIn: bigint; readonly expired: boolean };

/**
 * Tries to take the lease once. `frozenIn`: the epoch whose holder was already found expired, and is not waited for.
 */
export async function attempt(
  session: Client,
  name: LeaseName,
  leaseMs: number,
  frozenIn: bigint | undefined,
): Promise<Attempt> {
  const lock = LOCKS[name];
  if (!(await tryLock(session, lock))) {
    const { rows } = await session.query<{ epoch: bigint; expired: boolean }>(
      'select epoch, expires_at <= clock_timestamp() as expired from follower_lease where name = $1',
      [name],
    );
    const { epoch, expired } = rows[0]!;
    if (expired && epoch === frozenIn) await endHolders(session, lock);
    return { heldIn: epoch, expired };
  }
  const { rows } = await session.query<{ epoch: bigint }>(
    // For update: waits until no open transaction includes the fence of an earlier epoch.
    `with free as (select name from follower_lease where name = $1 for update)
     update follower_lease as it set epoch = it.epoch + 1, expires_at = ${expiry(leaseMs)}
     from free where it.name = free.name returning it.epoch`,
    [name],
  );
  await session.query('select pg_advisory_lock_shared($1)', [lock]);
  await session.query('select pg_advisory_unlock($1)', [lock]);
  return { epoch: rows[0]!.epoch };
}

/** True if this connection has the lock now, and no other has it or shares it. */
export async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
  return rows[0]!.mine;
}

/** A frozen process does not end its connections; another connection of the same login may terminate them. */
const endHolders = (session: Client, lock: number) =>
  session.query(
    `set role none;
     select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
     where usename = session_user and locktype = 'advisory' and classid = 0 and objid = ${lock} and objsubid = 1 and granted
       and pg_locks.database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid();
     set role samspill_runner`,
  );

const expiry = (ms: number) => `clock_timestamp() + interval '${ms} ms'`;
