import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import { pause } from './backoff.js';
import { HALTED_TENANTS, type HaltedTenant } from './halts.js';
import { MOVED, FOLLOWER_STATUSES, type FollowerKind, type FollowerStatus } from './follower-status.js';

/** Poll interval when no notification comes. */
const POLL_MS = 100;
/** Longest chain of policies reacting to each other that is waited for. */
const LONGEST_CHAIN = 3;

export interface FreshnessOptions {
  readonly url: string;
  /** Names of this program's read models and policies; others in the database are of another version. */
  readonly readModels: readonly string[];
  readonly policies: readonly string[];
}

/** `halted`: a follower that serves this tenant is halted before the position, until an operator acts. */
export type Seen = 'reached' | 'late' | 'halted';

interface Waiting {
  readonly tenant: string | undefined;
  /** Position that policies, then read models, must reach; it moves on to the events that policies have appended. */
  target: bigint;
  chain: number;
  readonly deadline: number;
  readonly settle: (seen: Seen) => void;
}

/**
 * Read your own writes: resolves when the effects of a command can be read. That is: every policy has passed the
 * position, so have those that react to what the policies appended, and every read model has reached the last event of
 * that chain. Not waited for, and shown by health: a stopped follower, and a read model of an older version that serves
 * reads while the next is built. Callers of a tenant with a halted follower are told so.
 */
export class Freshness {
  private readonly waiting = new Set<Waiting>();
  private readonly closed = new AbortController();
  private settledTo = 0n;
  /** Tenant → the first event that one of its followers has not taken. */
  private halted: ReadonlyMap<string, bigint> = new Map();
  private watching: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  private woken = false;

  constructor(private readonly options: FreshnessOptions) {}

  /** True once all effects of the event at `position` can be read; false after `timeoutMs`. */
  async reached(position: bigint, timeoutMs: number): Promise<boolean> {
    return (await this.seen(position, timeoutMs)) === 'reached';
  }

  /** As `reached`; resolves to `halted` at once when the event cannot be read in this tenant. */
  seen(position: bigint, timeoutMs: number, tenant?: string): Promise<Seen> {
    if (position <= this.settledTo && !this.isHalted(tenant, position)) return Promise.resolve('reached');
    if (this.closed.signal.aborted) return Promise.resolve('late');
    return new Promise((settle) => {
      this.waiting.add({ target: position, tenant, chain: 0, deadline: performance.now() + timeoutMs, settle });
      this.moved();
      this.watching ??= this.watch();
    });
  }

  /** Notifies that followers of this process have moved; other processes notify through the database. */
  moved(): void {
    this.woken = true;
    this.wake();
  }

  /** Resolves all waiting calls to false, and closes the connection. */
  async close(): Promise<void> {
    this.closed.abort();
    this.moved();
    await this.watching;
    for (const one of this.waiting) this.answer(one, 'late');
  }

  private async watch(): Promise<void> {
    let client: Client | undefined;
    while (!this.closed.signal.aborted) {
      try {
        client ??= await this.listen();
        if (this.waiting.size > 0) {
          const { rows } = await client.query<FollowerStatus>(FOLLOWER_STATUSES);
          // Read after the positions: a halt is recorded in the transaction that moves a position past it.
          this.halted = firstByMunicipality((await client.query<HaltedTenant>(HALTED_TENANTS)).rows, this.options);
          this.look(rows);
        }
      } catch {
        // Without the database nothing is fresh: waiting calls end at their timeout, and this retries.
        await client?.end().catch(() => undefined);
        client = undefined;
        await pause(POLL_MS, this.closed.signal);
      }
      this.dismissLate();
      await this.nextLook();
    }
    await client?.end().catch(() => undefined);
  }

  private async listen(): Promise<Client> {
    const client = await dedicatedConnection(this.options.url, 'samspill_app');
    client.on('notification', () => this.moved());
    await client.query(`listen ${MOVED}`);
    return client;
  }

  /** Waits for a notification, a new call, or the poll interval. */
  private async nextLook(): Promise<void> {
    if (!this.woken) {
      const awake = new AbortController();
      this.wake = () => awake.abort();
      // Without waiting calls there is nothing to poll for, and a timer would keep the process alive.
      if (this.waiting.size > 0) await pause(POLL_MS, awake.signal);
      else await new Promise<void>((resolve) => awake.signal.addEventListener('abort', () => resolve()));
    }
    this.woken = false;
  }

  private look(rows: readonly FollowerStatus[]): void {
    // A follower without a checkpoint counts as at the beginning, so that calls right after the start wait for it too.
    const following = (kind: FollowerKind, names: readonly string[]) =>
      names
        .map((name) => rows.find((row) => row.kind === kind && row.name === name) ?? NOT_BEGUN)
        .filter(({ state, version }) => state === 'following' || (state === 'building' && version === 0));
    const policies = following('policy', this.options.policies);
    const readModels = following('read-model', this.options.readModels);
    const policiesAt = lowest(policies);
    const readModelsAt = lowest(readModels);
    const appended = policies.reduce((last, { appended }) => (appended > last ? appended : last), 0n);
    for (const one of this.waiting) {
      while (
        policiesAt !== undefined &&
        policiesAt >= one.target &&
        appended > one.target &&
        one.chain < LONGEST_CHAIN
      ) {
        one.target = appended;
        one.chain += 1;
      }
      if (this.isHalted(one.tenant, one.target)) this.answer(one, 'halted');
      else if (!isBefore(policiesAt, one.target) && !isBefore(readModelsAt, one.target)) this.answer(one, 'reached');
    }
    const all = lowest([...policies, ...readModels]);
    if (all !== undefined && appended <= all) this.settledTo = all;
  }

  private dismissLate(): void {
    const now = performance.now();
    for (const one of this.waiting) if (one.deadline <= now) this.answer(one, 'late');
  }

  private isHalted(tenant: string | undefined, target: bigint): boolean {
    const from = tenant === undefined ? undefined : this.halted.get(tenant);
    return from !== undefined && from <= target;
  }

  private answer(one: Waiting, seen: Seen): void {
    this.waiting.delete(one);
    one.settle(seen);
  }
}

function firstByMunicipality(
  halts: readonly HaltedTenant[],
  { readModels, policies }: FreshnessOptions,
): ReadonlyMap<string, bigint> {
  const first = new Map<string, bigint>();
  for (const { kind, name, tenant, position } of halts) {
    const known = first.get(tenant);
    if ((kind === 'policy' ? policies : readModels).includes(name) && (known === undefined || position < known))
      first.set(tenant, position);
  }
  return first;
}

type Place = Pick<FollowerStatus, 'position' | 'state' | 'version' | 'appended'>;
const NOT_BEGUN: Place = { position: 0n, state: 'building', version: 0, appended: 0n };

/** The lowest of their positions; undefined if there are none. */
const lowest = (followers: readonly Place[]): bigint | undefined =>
  followers.reduce<bigint | undefined>(
    (least, { position }) => (least === undefined || position < least ? position : least),
    undefined,
  );
const isBefore = (at: bigint | undefined, target: bigint): boolean => at !== undefined && at < target;
