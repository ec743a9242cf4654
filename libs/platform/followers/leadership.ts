import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import { rest } from './patience.js';

const ASK_AGAIN_MS = 300;

/**
 * A connection that holds `lock` for as long as it lives; waits while another process has it. When that process dies, the
 * database lets go of its lock. Undefined when aborted. The caller ends the connection.
 */
export async function lead(url: string, lock: number, signal: AbortSignal): Promise<Client | undefined> {
  const client = await dedicatedConnection(url, 'samspill_runner');
  try {
    while (!signal.aborted) {
      if (await tryLock(client, lock)) return client;
      await rest(ASK_AGAIN_MS, signal);
    }
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw fault;
  }
  await client.end();
  return undefined;
}

/** True when this connection has the lock now. */
export async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
  return rows[0]!.mine;
}
