import { beforeEach, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { isRefused, SettableClock, stableId } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  ladderOf,
  municipalityEvents,
  type Directory,
  type PersonDto,
} from '../../contract/index.js';
import type { MunicipalityCommand } from '../../domain/municipality/municipality.commands.js';
import { changeLadder, changeSettings, register, step } from '../../domain/municipality/municipality.examples.js';
import { contextOf } from '../../registry.examples.js';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { LadderAnswer } from './ladder.dto.js';
import { GetLadder, GetLadderHandler } from './ladder.query.js';

const tenant = '9901';
const coordinator = stableId('coordinator');
const people = { people: () => Promise.resolve([{ personId: coordinator, name: 'Fatima Demo' } as PersonDto]) };

let clock: SettableClock;
let streams: MunicipalityStreams;
let handler: GetLadderHandler;

beforeEach(() => {
  clock = new SettableClock(new Date('2026-11-02T08:00:00Z'));
  const store = new InMemoryEventStore(clock);
  const catalog = new EventCatalog(municipalityEvents);
  streams = new MunicipalityStreams(store, catalog, clock);
  handler = new GetLadderHandler(store, catalog, people as unknown as Directory);
});

const run = async (at: string, command: MunicipalityCommand, actor = 'system:test') => {
  clock.set(new Date(at));
  expect(isRefused(await streams.run(tenant, command, { ...contextOf(at), actor }))).toBe(false);
};
const ladder = async () => {
  const answer = await handler.execute(new GetLadder(tenant));
  if (isRefused(answer)) throw new Error('refused');
  return LadderAnswer.parse(answer);
};

test('a municipality that decided on nothing has the default steps, with their limits, and no change', async () => {
  await run('2026-11-02T08:00:00Z', register());
  const { kinds, changed, revision } = await ladder();
  expect(Object.fromEntries(kinds.map(({ kind, steps }) => [kind, steps]))).toEqual(ladderOf(DEFAULT_SETTINGS));
  expect(kinds.every(({ isOwn }) => !isOwn)).toBe(true);
  expect(kinds.find(({ kind }) => kind === 'month-unplanned')).toMatchObject({
    from: -30,
    until: 0,
    receivers: ['unit-leader', 'coordinator'],
    mostSteps: 10,
  });
  expect([changed, revision]).toEqual([null, '0']);
});

test('the last change of the steps has its time and its person; other settings do not count', async () => {
  await run('2026-11-02T08:00:00Z', register());
  await run('2026-11-10T09:30:00Z', changeLadder({ orphan: [step(2, 'coordinator')] }), coordinator);
  await run(
    '2026-11-12T09:30:00Z',
    changeSettings({ filingWorkingDays: 7, ladder: { orphan: [step(2, 'coordinator')] } }),
  );
  const { kinds, changed, revision } = await ladder();
  expect(changed).toEqual({ at: '2026-11-10T09:30:00.000Z', by: { personId: coordinator, name: 'Fatima Demo' } });
  expect(revision).toBe('2');
  expect(kinds.find(({ kind }) => kind === 'orphan')).toMatchObject({
    steps: [{ workingDays: 2, to: ['coordinator'] }],
    standard: [{ workingDays: 0, to: ['coordinator'] }],
    isOwn: true,
  });
});

test('the days of reminders, from which the default steps about a meeting follow, change the steps too', async () => {
  await run('2026-11-02T08:00:00Z', register());
  await run('2026-11-10T09:30:00Z', changeSettings({ reminderWorkingDays: { reminder: 2, alert: 4, coordinator: 9 } }));
  expect((await ladder()).changed).toEqual({ at: '2026-11-10T09:30:00.000Z', by: null });
});

test('there is none without a municipality', async () => {
  expect(await handler.execute(new GetLadder('9902'))).toMatchObject({ refused: [{ rule: 'NOT_FOUND' }] });
});
