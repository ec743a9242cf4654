import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import type { Clock } from '#platform/kernel';
import type { Measure } from '#platform/observability';
import { DISPATCH_STATES, type DispatchState } from './dispatch/dispatch.js';

interface Counted {
  readonly state: DispatchState;
  readonly dispatches: number;
  readonly waiting: number;
  readonly oldest: Date | null;
}

/** Metrics of mail, over all tenants together. */
export function mailMeasures({ dataSource, clock }: { dataSource: DataSource; clock: Clock }): readonly Measure[] {
  const counted = (): Promise<readonly Counted[]> =>
    dataSource.query('select state, dispatches, waiting, oldest from mail_dispatch_counts($1)', [clock.now()]);
  return [
    {
      name: 'samspill_mail_dispatches',
      help: 'Mails by state: due, composed, handing-over, accepted, refused, unsure, bounced, nothing, no-address.',
      label: 'state',
      read: async () => {
        const rows = await counted();
        const of = (state: DispatchState) => rows.find((row) => row.state === state)?.dispatches ?? 0;
        return DISPATCH_STATES.map((state) => ({ of: state, value: of(state) }));
      },
    },
    {
      name: 'samspill_mail_waiting',
      help: 'Mails that are due and that something remains to be done for.',
      read: async () => [{ value: (await counted()).reduce((sum, { waiting }) => sum + waiting, 0) }],
    },
    {
      name: 'samspill_mail_oldest_seconds',
      help: 'Seconds for which the oldest waiting mail has been due; 0 without any.',
      read: async () => {
        const now = clock.now().getTime();
        const oldest = (await counted()).flatMap((row) => (row.oldest ? [row.oldest.getTime()] : []));
        return [{ value: oldest.length === 0 ? 0 : (now - Math.min(...oldest)) / 1_000 }];
      },
    },
  ];
}

/** Tenants that something is to be done for now; with the worker's login, since no other sees every tenant. */
export async function tenantsWithDueMail(source: DataSource, now: Date): Promise<readonly string[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    const { rows } = await client.query<{ tenant: string }>(
      `select distinct tenant from mail_dispatch
       where due_at <= $1 and (retry_at is null or retry_at <= $1)
         and (state in ('due', 'composed', 'handing-over') or (state = 'unsure' and unsure = 1))
         and (leased_until is null or leased_until < clock_timestamp())
       order by tenant`,
      [now],
    );
    return rows.map(({ tenant }) => tenant);
  } finally {
    await client.end();
  }
}
