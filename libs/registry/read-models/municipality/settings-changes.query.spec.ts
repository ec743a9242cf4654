import { beforeEach, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { isRefused, SettableClock, stableId } from '#platform/kernel';
import { municipalityEvents, type Directory, type PersonDto } from '../../contract/index.js';
import type { MunicipalityCommand } from '../../domain/municipality/municipality.commands.js';
import { change, changeSettings, confirm, register } from '../../domain/municipality/municipality.examples.js';
import { contextOf } from '../../registry.examples.js';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { SettingsChangesAnswer } from './settings-changes.dto.js';
import { ListSettingsChanges, ListSettingsChangesHandler } from './settings-changes.query.js';

const tenant = '9901';
const coordinator = stableId('coordinator');
const gone = stableId('gone');
const people = { people: () => Promise.resolve([{ personId: coordinator, name: 'Fatima Demo' } as PersonDto]) };

let clock: SettableClock;
let streams: MunicipalityStreams;
let handler: ListSettingsChangesHandler;

beforeEach(() => {
  clock = new SettableClock(new Date('2026-11-02T08:00:00Z'));
  const store = new InMemoryEventStore(clock);
  const catalog = new EventCatalog(municipalityEvents);
  streams = new MunicipalityStreams(store, catalog, clock);
  handler = new ListSettingsChangesHandler(store, catalog, people as unknown as Directory);
});

const run = async (at: string, command: MunicipalityCommand, actor: string) => {
  clock.set(new Date(at));
  expect(isRefused(await streams.run(tenant, command, { ...contextOf(at), actor }))).toBe(false);
};
const changes = async () => SettingsChangesAnswer.parse(await handler.execute(new ListSettingsChanges(tenant))).items;

test('the settings that a municipality begins with are no change', async () => {
  await run('2026-11-02T08:00:00Z', register(), 'system:test');
  expect(await changes()).toEqual([]);
});

test('each change has its time, its person, and what it was before and after; the latest is first', async () => {
  await run('2026-11-02T08:00:00Z', register(), 'system:test');
  await run('2026-11-03T08:00:00Z', changeSettings({ filingWorkingDays: 7 }), coordinator);
  await run('2026-11-04T08:00:00Z', change({ name: 'Demovika' }), coordinator);
  await run('2026-11-04T09:00:00Z', confirm('settings'), coordinator);
  await run('2026-11-05T08:00:00Z', changeSettings({ filingWorkingDays: 8 }), gone);
  await run('2026-11-06T08:00:00Z', changeSettings({ filingWorkingDays: 9 }), 'system:operator');
  expect(
    (await changes()).map(({ at, by, before, after }) => [at, by, before.filingWorkingDays, after.filingWorkingDays]),
  ).toEqual([
    ['2026-11-06T08:00:00.000Z', null, 8, 9],
    ['2026-11-05T08:00:00.000Z', { personId: gone, name: null }, 7, 8],
    ['2026-11-03T08:00:00.000Z', { personId: coordinator, name: 'Fatima Demo' }, 5, 7],
  ]);
});
