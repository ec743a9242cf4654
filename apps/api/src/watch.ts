import type { Installation } from '../../composition/src/index.js';
import { policyRefusals, standings, type Standing } from '#platform/followers';
import type { HealthPart, Measure } from '#platform/observability';

type Watched = Pick<Installation, 'dataSource' | 'events' | 'contexts'>;

/** Further behind than this, what people read is too old to work with. */
const READY_LAG = 1_000n;

/** What of an installation must work before requests are taken: the database, and each follower of the log. */
export const healthOfInstallation = (installation: Watched): readonly HealthPart[] => [
  {
    name: 'database',
    notReady: async () => {
      await installation.dataSource.query('select 1');
      return undefined;
    },
  },
  {
    name: 'read models',
    notReady: async () => {
      const [head, following] = await Promise.all([installation.events.head(), ours(installation)]);
      const wrong = following.flatMap((one) => whyNotReady(one, head));
      return wrong.length === 0 ? undefined : wrong.join('; ');
    },
  },
];

/** What Prometheus may ask about an installation. */
export const measuresOfInstallation = (installation: Watched): readonly Measure[] => [
  {
    name: 'samspill_log_head',
    help: 'Position of the last event in the log.',
    read: async () => [{ value: Number(await installation.events.head()) }],
  },
  lag(installation, 'read-model', 'samspill_read_model_lag', 'Events that a read model has not folded yet.'),
  lag(installation, 'policy', 'samspill_policy_lag', 'Events that a policy has not seen yet.'),
  {
    name: 'samspill_follower_stopped',
    help: '1 for a read model or policy that an event or a fault has stopped.',
    label: 'name',
    read: async () =>
      (await ours(installation)).map(({ name, state }) => ({ of: name, value: state === 'stopped' ? 1 : 0 })),
  },
  {
    name: 'samspill_policy_refusals',
    help: 'Reactions of a policy that were refused.',
    label: 'name',
    read: async () => {
      const counts = await policyRefusals(installation.dataSource);
      return counts.map(({ policy, count }) => ({ of: policy, value: count }));
    },
  },
];

function lag(installation: Watched, kind: Standing['kind'], name: string, help: string): Measure {
  return {
    name,
    help,
    label: 'name',
    read: async () => {
      const [head, all] = await Promise.all([installation.events.head(), ours(installation)]);
      return all
        .filter((one) => one.kind === kind)
        .map((one) => ({ of: one.name, value: Math.max(0, Number(head - one.position)) }));
    },
  };
}

/** Where the followers of this program stand; one that has not begun stands at the beginning. */
async function ours({ dataSource, contexts }: Watched): Promise<readonly Place[]> {
  const known = await standings(dataSource);
  const standing = (kind: Standing['kind'], name: string): Place =>
    known.find((one) => one.kind === kind && one.name === name) ?? { kind, name, state: 'following', position: 0n };
  return [
    ...contexts.flatMap(({ readModels }) => readModels.map(({ name }) => standing('read-model', name))),
    ...contexts.flatMap(({ policies }) => policies.map(({ name }) => standing('policy', name))),
  ];
}
type Place = Pick<Standing, 'kind' | 'name' | 'state' | 'position'>;

function whyNotReady({ kind, name, state, position }: Place, head: bigint): readonly string[] {
  if (state === 'stopped') return [`${kind} ${name} is stopped`];
  // A new version is built beside a live one, which is read meanwhile.
  if (state === 'building' && position > 0n) return [];
  return head - position > READY_LAG ? [`${kind} ${name} is ${head - position} events behind`] : [];
}
