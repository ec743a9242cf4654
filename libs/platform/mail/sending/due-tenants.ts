import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';

/**
 * The tenants for which mail can be composed or handed over now, across tenants, with the worker's login. What a run
 * works on is left out until its lease has expired.
 */
export async function tenantsWithDueMail(source: DataSource, now: Date): Promise<readonly string[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    const { rows } = await client.query<{ tenant: string }>(
      `select distinct tenant from mail_dispatch
       where is_waiting and due_at <= $1 and (retry_at is null or retry_at <= $1)
         and (open_until is null or open_until > $1)
         and (leased_until is null or leased_until < clock_timestamp())
       order by tenant`,
      [now],
    );
    return rows.map(({ tenant }) => tenant);
  } finally {
    await client.end();
  }
}
