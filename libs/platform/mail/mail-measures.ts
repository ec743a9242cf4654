import type { DataSource } from 'typeorm';
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
