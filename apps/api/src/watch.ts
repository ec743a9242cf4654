import type { Installation } from '../../composition/src/index.js';
import { countAfter } from '#platform/event-store';
import { policyRefusals, standings, type Standing } from '#platform/followers';
import type { HealthPart, Measure, Measured } from '#platform/observability';

type Watched = Pick<Installation, 'dataSource' | 'saving' | 'events' | 'contexts' | 'log' | 'appendTimes'>;

/** Further behind than this, what people read is too old to work with. */
const READY_LAG = 1_000;
/** A lag is counted no further than this. */
const MOST_COUNTED = 10_000;

/** What of an installation must work before requests are taken: the database, and each follower of the log. */
export const healthOfInstallation = (installation: Watched): readonly HealthPart[] => [
  {
    name: 'database',
    notReady: async () => {
      await installation.dataSource.query('select 1');
      return installation.saving.notReady();
    },
  },
  { name: 'log', notReady: async () => installation.log.whyNotReady() },
  {
    name: 'read models',
    notReady: async () => {
      const following = await ours(installation);
      const lag = lagOf(installation, READY_LAG + 1);
      const wrong = await Promise.all(following.map((one) => whyNotReady(one, lag)));
      return wrong.every((why) => why === undefined) ? undefined : wrong.filter((why) => why !== undefined).join('; ');
    },
  },
];

/** What Prometheus may ask about an installation. */
export const measuresOfInstallation = (installation: Watched): readonly Measured[] => [
  installation.appendTimes,
  {
    name: 'samspill_log_head',
    help: 'Position of the last event in the log.',
    read: async () => [{ value: Number(await installation.events.head()) }],
  },
  lag(
    installation,
    'read-model',
    'samspill_read_model_lag',
    `Events that a read model has not folded yet, counted up to ${MOST_COUNTED}.`,
  ),
  lag(
    installation,
    'policy',
    'samspill_policy_lag',
    `Events that a policy has not seen yet, counted up to ${MOST_COUNTED}.`,
  ),
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
      const all = (await ours(installation)).filter((one) => one.kind === kind);
      const lag = lagOf(installation, MOST_COUNTED);
      return Promise.all(all.map(async (one) => ({ of: one.name, value: await lag(one.position) })));
    },
  };
}

/** How many events stand after a position, counted once for all who stand there. */
function lagOf({ events }: Watched, atMost: number): (position: bigint) => Promise<number> {
  const head = events.head();
  const counted = new Map<bigint, Promise<number>>();
  const count = async (position: bigint) => (position >= (await head) ? 0 : countAfter(events, position, atMost));
  return (position) => {
    const lag = counted.get(position) ?? count(position);
    counted.set(position, lag);
    return lag;
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

async function whyNotReady(
  { kind, name, state, position }: Place,
  lagAt: (position: bigint) => Promise<number>,
): Promise<string | undefined> {
  if (state === 'stopped') return `${kind} ${name} is stopped`;
  // A new version is built beside a live one, which is read meanwhile.
  if (state === 'building' && position > 0n) return undefined;
  return (await lagAt(position)) > READY_LAG ? `${kind} ${name} is more than ${READY_LAG} events behind` : undefined;
}
