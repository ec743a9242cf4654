import type { Installation } from '../../composition/src/index.js';
import type { HealthPart, Measure } from '#platform/observability';

/** What of an installation must work before requests are taken. */
export const healthOfInstallation = ({ dataSource }: Pick<Installation, 'dataSource'>): readonly HealthPart[] => [
  {
    name: 'database',
    notReady: async () => {
      await dataSource.query('select 1');
      return undefined;
    },
  },
];

/** What Prometheus may ask about an installation. */
export const measuresOfInstallation = ({ events }: Pick<Installation, 'events'>): readonly Measure[] => [
  {
    name: 'samspill_log_head',
    help: 'Position of the last event in the log.',
    read: async () => [{ value: Number(await events.head()) }],
  },
];
