import { setTimeout as pause } from 'node:timers/promises';
import { Freshness, followerStatuses, type FollowerNotice } from '#platform/followers';
import type { Recorded } from '#platform/kernel';
import { compareWithFreshFold } from './compare.js';
import { ProjectionRunner } from './projection-runner.js';
import { gardenModels, openGarden, type Garden } from './projections.examples.js';
import type { Fold, ReadModel } from './read-model.js';

/** A garden whose read models are followed, for specifications. */
export interface FollowedGarden extends Garden {
  readonly freshness: Freshness;
  readonly happened: readonly FollowerNotice[];
  /** Starts another runner, as another process would; it ends by the signal, or with the garden. */
  start(readModels?: readonly ReadModel[], signal?: AbortSignal, batchSize?: number): Promise<void>;
  /** Starts while the log is empty, so that no model need be built: each follows from its first event. */
  begun(): Promise<void>;
  /** Ends every runner. */
  rest(): Promise<void>;
  /** Number of rows of each model that differ from a fresh fold. */
  differences(readModels?: readonly ReadModel[]): Promise<readonly (number | string)[]>;
}

export async function followedGarden(): Promise<FollowedGarden> {
  const garden = await openGarden();
  const freshness = new Freshness({ url: garden.url, readModels: gardenModels.map(({ name }) => name), policies: [] });
  const happened: FollowerNotice[] = [];
  let stopping = new AbortController();
  const running: Promise<void>[] = [];
  const rest = async () => {
    stopping.abort();
    await Promise.all(running);
    stopping = new AbortController();
  };
  return {
    ...garden,
    freshness,
    happened,
    rest,
    start(readModels = gardenModels, signal, batchSize = 40) {
      const runner = new ProjectionRunner({
        ...garden,
        readModels,
        batchSize,
        report: (it) => happened.push(it),
        moved: () => freshness.moved(),
      });
      const ended = runner.run(signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal);
      running.push(ended);
      return ended;
    },
    begun: () =>
      until(async () => {
        const all = await followerStatuses(garden.source);
        return all.length === gardenModels.length && all.every(({ state }) => state === 'following');
      }),
    differences: async (readModels = gardenModels) =>
      (await compareWithFreshFold({ ...garden, readModels })).map(
        ({ differences, notCompared }) => notCompared ?? differences,
      ),
    async close() {
      await rest();
      await freshness.close();
      await garden.close();
    },
  };
}

/** Waits for a condition; the test's own time limit ends the wait if it fails. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

/** The model with a fold that throws at every event of a type. */
export const broken = (model: ReadModel, type: string): ReadModel => ({
  ...model,
  on: {
    ...model.on,
    [type]: {
      rows: ({ stream }: { stream: string }) => [stream.slice('bed-'.length)],
      fold: () => {
        throw new TypeError('Kari Nordmann is no number');
      },
    },
  },
});

/** Ways in which a fold can produce an invalid row. */
export const FAILURES = {
  'the fold throws': () => {
    throw new TypeError('Kari Nordmann is no number');
  },
  'a value cannot be written': (row: object) => ({ ...row, wateredAt: new Date(NaN) }),
  'a number is too large for its column': (row: object) => ({ ...row, times: 2 ** 40 }),
  'the database refuses the row': (row: object) => ({ ...row, times: 1_000 }),
  'a text holds what PostgreSQL does not': (row: object) => ({ ...row, name: '\u0000' }),
} as const;

/** The model with a fold that fails at every watering in one tenant, and works in the others. */
export const brokenIn = (model: ReadModel, tenant: string, how: keyof typeof FAILURES): ReadModel => {
  const sound = model.on['garden.Watered'] as unknown as Fold<Recorded, object>;
  return {
    ...model,
    on: {
      ...model.on,
      'garden.Watered': {
        rows: sound.rows,
        fold: (row: object | undefined, event: Recorded, key: string) => {
          const after = sound.fold(row, event, key);
          return after && event.tenant === tenant ? FAILURES[how](after) : after;
        },
      },
    },
  };
};
