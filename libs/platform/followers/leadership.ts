import type { DataSource } from 'typeorm';
import { dedicatedConnection } from '#platform/database';
import { attempt, Lease, LEASE_MS, type LeaseName } from './lease.js';
import { pause } from './backoff.js';

const ASK_AGAIN_MS = 300;
/** Number of attempts without waiting for the lease: connections of an ended holder may linger. */
const TRIES = 5;

/** Waits for the lease and takes it; undefined when aborted. The caller releases it. */
export async function lead(
  url: string,
  name: LeaseName,
  signal: AbortSignal,
  leaseMs = LEASE_MS,
  tries = Infinity,
): Promise<Lease | undefined> {
  const session = await dedicatedConnection(url, 'samspill_runner');
  try {
    let silentIn: bigint | undefined;
    for (let left = tries; left > 0 && !signal.aborted; left -= 1) {
      const answer = await attempt(session, name, leaseMs, silentIn);
      if ('epoch' in answer) return new Lease(name, answer.epoch, session, url, leaseMs);
      // Expired at two checks: a holder that has just resumed renews its lease in between.
      silentIn = answer.expired ? answer.heldIn : undefined;
      await pause(ASK_AGAIN_MS, signal);
    }
  } catch (fault) {
    await session.end().catch(() => undefined);
    throw fault;
  }
  await session.end();
  return undefined;
}

/** The lease, or undefined when another process has it and renews it. The caller releases it. */
export function takeLease(url: string, name: LeaseName, leaseMs = LEASE_MS): Promise<Lease | undefined> {
  return lead(url, name, new AbortController().signal, leaseMs, TRIES);
}

/** State of a lease, by the database's clock. */
export interface LeaseState {
  readonly name: LeaseName;
  readonly held: boolean;
}

export const leases = (source: DataSource): Promise<readonly LeaseState[]> =>
  source.query('select name, expires_at > clock_timestamp() as held from follower_lease order by name');
