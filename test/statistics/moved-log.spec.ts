import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrations, type Installation } from '../../apps/composition/src/index.js';
import { runHere } from '../../apps/cli/src/cli.examples.js';
import { HISTORY_END } from '../../apps/cli/src/demo/history/history.examples.js';
import { compareLogs } from '../../apps/cli/src/move-log/compare-logs.js';
import { copyLog } from '../../apps/cli/src/move-log/copy-log.js';
import { EXIT } from '#platform/process';
import type { EventStore, StoredEvent } from '#platform/event-store';
import type { SettableClock } from '#platform/kernel';
import { migratedDatabase } from '../postgres.js';
import { NEIGHBOUR_NUMBER, tellNeighboursStory } from '../routes/rights.municipality.js';
import { startApiOn, type RunningApi } from '../running-api.js';
import { separateLogSettings } from '../separate-log.js';
import { appendHistory, coordinatorIn } from './appended-history.js';
import { filterableIn, generatedHistory } from './generated.js';
import { QUESTIONS_SEED, randomQuestion } from './random-question.js';
import { Random } from './random.js';

// Starts the whole application twice on a generated history.
jest.setTimeout(180_000);

const signal = new AbortController().signal;

interface Answer {
  readonly anchor: { readonly eventId: string } | null;
  readonly figures: readonly { readonly whole: { readonly denominator: number } }[];
}
/** An installation under test, with the settings that a command of it needs. */
interface Started {
  readonly api: RunningApi;
  readonly settings: Readonly<Record<string, string>>;
}

let history: Awaited<ReturnType<typeof generatedHistory>>;
let tenant: string;
let coordinator: string;
let queries: readonly string[];
let first: Started;
const started: Started[] = [];

beforeAll(async () => {
  history = await generatedHistory(3);
  tenant = history.stored[0]!.tenant;
  coordinator = coordinatorIn(history.events);
  const [random, filterable] = [new Random(QUESTIONS_SEED), filterableIn(history.events)];
  queries = Array.from({ length: 160 }, () => randomQuestion(random, filterable)).flatMap(
    ({ indicator: { id }, period, by, filters, asOf }) =>
      asOf
        ? [
            `${id}?${new URLSearchParams({ period, ...(by && { by }), ...filters, asOf: asOf.toISOString() }).toString()}`,
          ]
        : [],
  );
  first = await start(async ({ events }) => {
    await appendHistory(events, history.stored);
    await tellNeighboursStory(events);
  });
});
afterAll(async () => {
  for (const { api } of started) await api.close();
});

async function start(story: (installation: Installation) => Promise<void>): Promise<Started> {
  const database = await migratedDatabase(migrations);
  const folder = await mkdtemp(join(tmpdir(), 'samspill-moved-'));
  const settings = { ...separateLogSettings(), ...database.environment, SAMSPILL_DATA: folder };
  const remove = async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const api = await startApiOn({ variables: settings, folder, remove }, HISTORY_END.toISOString(), story);
  started.push({ api, settings });
  await api.settled();
  return { api, settings };
}

/** The answers as of each of the moments, by question. */
async function answersOf({ api }: Started): Promise<readonly (readonly [string, Answer])[]> {
  const cookie = await api.cookie(tenant, coordinator);
  const answers: [string, Answer][] = [];
  for (const query of queries) {
    const response = await fetch(`${api.url}/api/statistics/${query}`, { headers: { cookie } });
    expect([query, response.status]).toEqual([query, 200]);
    answers.push([query, (await response.json()) as Answer]);
  }
  return answers;
}

async function eventsOf(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readAll({ after: 0n, tenant })) events.push(...page);
  return events;
}

test('what was known at a moment is the same after a rebuild and after moving the log, by the same last event', async () => {
  const asked = await answersOf(first);
  // The moments have something to tell, and are many.
  expect(asked.filter(([, { figures }]) => figures[0]!.whole.denominator > 0).length).toBeGreaterThan(20);
  expect(new Set(asked.flatMap(([, { anchor }]) => anchor?.eventId ?? [])).size).toBeGreaterThan(20);

  await first.api.freeze();
  expect(await runHere(['rebuild'], first.settings)).toMatchObject({ code: EXIT.ok });
  expect(await answersOf(first)).toEqual(asked);

  const source = first.api.installation.events;
  const all = await eventsOf(source);
  // The neighbours' events are there first, as after an interruption, so that every event gets another position.
  const second = await start(async ({ events, clock }) => {
    const target = { events, clock: clock as SettableClock, lanes: 1 };
    const end = clock.now();
    await copyLog(source, target, new Map([[tenant, all.length]]), signal);
    const { same } = await compareLogs(source, events, signal);
    expect([same.get(tenant) ?? 0, same.get(NEIGHBOUR_NUMBER)]).toEqual([0, expect.any(Number)]);
    await copyLog(source, target, same, signal);
    target.clock.set(end);
  });
  const positions = new Map((await eventsOf(second.api.installation.events)).map(({ id, position }) => [id, position]));
  expect(all.filter(({ id, position }) => positions.get(id) === position)).toEqual([]);
  expect(await answersOf(second)).toEqual(asked);
});
