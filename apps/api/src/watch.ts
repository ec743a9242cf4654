import type { Installation } from '../../composition/src/index.js';
import {
  HALTED_TENANTS,
  leases,
  policyRefusals,
  followerStatuses,
  type FollowerStatus,
  type HaltedTenant,
} from '#platform/followers';
import { jobMeasures, SWEEP_EVERY_MS, sweepHealth } from '#platform/jobs';
import { mailMeasures } from '#platform/mail';
import type { HealthPart, Measure, Measured } from '#platform/observability';
import { TimeWithoutProgress } from './time-without-progress.js';

type Watched = Pick<Installation, 'clock' | 'dataSource' | 'saving' | 'events' | 'contexts' | 'log' | 'appendTimes'>;

/** Events; a read model further behind than this is too stale to work with. */
const READY_LAG = 1_000;
/** Events; upper limit when a lag is counted. */
const MOST_COUNTED = 10_000;

/** Longest time a follower may make no progress although events are waiting, and longest wait for a first leader. */
const STILL_MS = 15_000;

/**
 * Health checks of an installation before it accepts requests: the database, each follower of the log, and the sweep. An
 * API without a worker that follows and sweeps is not ready: the workers have no port of their own to be asked at.
 */
export const healthOfInstallation = (
  installation: Watched,
  stillMs = STILL_MS,
  sweepEveryMs = SWEEP_EVERY_MS,
): readonly HealthPart[] => [
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
    notReady: readModelsNotReady(installation, stillMs),
  },
  sweepHealth(installation.dataSource, sweepEveryMs),
];

/** Followers that are stopped, too far behind or make no progress, and leases without a holder. */
function readModelsNotReady(installation: Watched, stillMs: number): () => Promise<string | undefined> {
  const movement = new TimeWithoutProgress();
  const began = performance.now();
  return async () => {
    const following = await ours(installation);
    const head = await installation.events.head();
    const lag = lagOf(installation, READY_LAG + 1);
    const wrong = await Promise.all(
      following.map(async (one) => {
        const stillFor = movement.stillFor(one, head);
        if (one.state === 'following' && stillFor > stillMs) return `${one.kind} ${one.name} does not move`;
        return whyNotReady(one, lag);
      }),
    );
    // Shortly after all processes start, no lease has a holder yet.
    if (performance.now() - began > stillMs) wrong.push(...(await ledByNobody(installation)));
    return wrong.every((why) => why === undefined) ? undefined : wrong.filter((why) => why !== undefined).join('; ');
  };
}

/** Leases for following the log that nobody holds, because no worker runs or the worker is frozen. */
async function ledByNobody({ dataSource }: Watched): Promise<readonly string[]> {
  const all = await leases(dataSource);
  return all.filter(({ name, held }) => name !== 'rebuild' && !held).map(({ name }) => `no worker leads ${name}`);
}

/** Metrics of an installation for Prometheus. */
export const measuresOfInstallation = (installation: Watched): readonly Measured[] => [
  installation.appendTimes,
  ...mailMeasures(installation),
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
    name: 'samspill_leader',
    help: '1 where a worker leads the read models (projections) or the policies, 0 where none does.',
    label: 'name',
    read: async () => {
      const all = await leases(installation.dataSource);
      return all.filter(({ name }) => name !== 'rebuild').map(({ name, held }) => ({ of: name, value: held ? 1 : 0 }));
    },
  },
  {
    name: 'samspill_follower_still_seconds',
    help: 'Seconds for which a read model or policy has not moved although there is more in the log, as far as it was asked.',
    label: 'name',
    read: stillSeconds(installation),
  },
  {
    name: 'samspill_follower_halted',
    help: 'Municipalities that a read model or policy stands still for, at an event that it cannot take.',
    label: 'name',
    read: async () => {
      const halted = await installation.dataSource.query<readonly HaltedTenant[]>(HALTED_TENANTS);
      const byName = Map.groupBy(halted, ({ name }) => name);
      return (await ours(installation)).map(({ name }) => ({ of: name, value: byName.get(name)?.length ?? 0 }));
    },
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
  ...jobMeasures(installation.dataSource),
];

function stillSeconds(installation: Watched): Measure['read'] {
  const movement = new TimeWithoutProgress();
  return async () => {
    const [following, head] = await Promise.all([ours(installation), installation.events.head()]);
    return following.map((one) => ({ of: one.name, value: movement.stillFor(one, head) / 1_000 }));
  };
}

function lag(installation: Watched, kind: FollowerStatus['kind'], name: string, help: string): Measure {
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

/** Number of events after a position, counted once for all followers at that position. */
function lagOf({ events }: Watched, atMost: number): (position: bigint) => Promise<number> {
  const head = events.head();
  const counted = new Map<bigint, Promise<number>>();
  const count = async (position: bigint) => (position >= (await head) ? 0 : events.countAfter(position, atMost));
  return (position) => {
    const lag = counted.get(position) ?? count(position);
    counted.set(position, lag);
    return lag;
  };
}

/** Positions of this program's followers; a follower that has not started is at position 0. */
async function ours({ dataSource, contexts }: Watched): Promise<readonly Place[]> {
  const known = await followerStatuses(dataSource);
  const status = (kind: FollowerStatus['kind'], name: string): Place =>
    known.find((one) => one.kind === kind && one.name === name) ?? { kind, name, state: 'following', position: 0n };
  return [
    ...contexts.flatMap(({ readModels }) => readModels.map(({ name }) => status('read-model', name))),
    ...contexts.flatMap(({ policies }) => policies.map(({ name }) => status('policy', name))),
  ];
}
type Place = Pick<FollowerStatus, 'kind' | 'name' | 'state' | 'position'>;

async function whyNotReady(
  { kind, name, state, position }: Place,
  lagAt: (position: bigint) => Promise<number>,
): Promise<string | undefined> {
  if (state === 'stopped') return `${kind} ${name} is stopped`;
  // A new version is built while the live one still serves reads.
  if (state === 'building' && position > 0n) return undefined;
  return (await lagAt(position)) > READY_LAG ? `${kind} ${name} is more than ${READY_LAG} events behind` : undefined;
}
