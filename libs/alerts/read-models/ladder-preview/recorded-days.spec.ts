import { beforeEach, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { SettableClock, stableId, type DomainEvent, type EventMetadata } from '#platform/kernel';
import { ActionAgreed, ActionCarriedOn, ActionCompleted, actionEvents } from '#actions/contract';
import { meetingEvents, schoolYearEvents } from '#meetings/contract';
import { alertStepsEvents, CallNoted, followUpEvents } from '../../contract/index.js';
import { RecordedDays } from './recorded-days.js';

const tenant = '9901';
const unitId = '974552876';
const id = (name: string) => stableId('id', name);

let clock: SettableClock;
let store: InMemoryEventStore;
let recorded: RecordedDays;
const catalog = new EventCatalog(actionEvents, meetingEvents, schoolYearEvents, alertStepsEvents, followUpEvents);

beforeEach(() => {
  clock = new SettableClock(new Date('2026-11-01T08:00:00Z'));
  store = new InMemoryEventStore(clock);
  recorded = new RecordedDays(store, catalog);
});

async function happened(at: string, stream: string, event: DomainEvent, of = tenant, takenOver?: object) {
  clock.set(new Date(at));
  const history = await store.read(of, stream);
  const commandId = id(`${at} ${stream}`);
  const metadata = {
    commandId,
    request: commandId,
    correlationId: commandId,
    actor: 'system:spec',
    occurredAt: at,
    ...(takenOver && { takenOver }),
  };
  const last = history.at(-1)?.revision ?? 'no-stream';
  await store.append(of, stream, last, [catalog.encode(commandId, event, metadata as EventMetadata)]);
}
const agreed = (name: string) =>
  ActionAgreed(
    ActionAgreed.schema.parse({
      actionId: id(name),
      meetingId: id('meeting'),
      unitIds: [unitId],
      agreedOn: '2026-10-01',
      text: `Tiltak ${name}`,
      ownerId: id('owner'),
      ownerServiceId: null,
      dueOn: '2026-11-20',
      followUpOn: '2026-11-20',
      level: 'group',
      category: 'guidance',
      approach: null,
      contributors: [],
      resources: null,
      wantedEffect: null,
      matterId: null,
    }),
  );
const moved = (dueOn: string) =>
  ActionCarriedOn(
    ActionCarriedOn.schema.parse({
      from: '2026-11-20',
      dueOn,
      followUpOn: dueOn,
      reason: 'Venter på svar',
      on: '2026-11-11',
      meetingId: null,
    }),
  );
const completed = ActionCompleted(ActionCompleted.schema.parse({ completedOn: '2026-11-12', note: null }));
const at = (...moments: string[]) =>
  recorded.at(
    tenant,
    moments.map((moment) => new Date(moment)),
  );
const due = (rows: Awaited<ReturnType<typeof at>>) =>
  rows.map(({ actions }) => actions.map(({ text, dueOn }) => `${text} ${dueOn}`));

test('rows are as they were recorded by each moment, and not a moment later', async () => {
  await happened('2026-11-02T08:00:00Z', `action-${id('a')}`, agreed('a'));
  await happened('2026-11-11T06:00:00Z', `action-${id('a')}`, moved('2026-12-01'));
  await happened('2026-11-12T08:00:00Z', `action-${id('a')}`, completed);
  expect(
    due(await at('2026-11-02T08:00:00Z', '2026-11-03T06:00:00Z', '2026-11-11T06:00:01Z', '2026-11-13T06:00:00Z')),
  ).toEqual([[], ['Tiltak a 2026-11-20'], ['Tiltak a 2026-12-01'], []]);
});

test('what is recorded afterwards changes nothing, and other municipalities are not read', async () => {
  await happened('2026-11-02T08:00:00Z', `action-${id('a')}`, agreed('a'));
  await happened('2026-11-02T08:00:00Z', `action-${id('b')}`, agreed('b'), '9902');
  const before = due(await at('2026-11-03T06:00:00Z'));
  await happened('2026-11-20T08:00:00Z', `action-${id('a')}`, completed);
  expect([before, due(await at('2026-11-03T06:00:00Z'))]).toEqual([
    [['Tiltak a 2026-11-20']],
    [['Tiltak a 2026-11-20']],
  ]);
  expect(due(await new RecordedDays(store, catalog).at(tenant, [new Date('2026-11-03T06:00:00Z')]))).toEqual(before);
});

test('what a merger took over counts from the time at which the predecessor recorded it', async () => {
  const takenOver = (recordedAt: string) => ({ eventId: id(recordedAt), tenant: '9902', recordedAt });
  await happened('2026-11-20T08:00:00Z', `action-${id('a')}`, agreed('a'), tenant, takenOver('2026-11-10T08:00:00Z'));
  await happened('2026-11-20T08:00:01Z', `action-${id('b')}`, agreed('b'), tenant, takenOver('2026-11-05T08:00:00Z'));
  expect(due(await at('2026-11-06T06:00:00Z', '2026-11-11T06:00:00Z'))).toEqual([
    ['Tiltak b 2026-11-20'],
    ['Tiltak b 2026-11-20', 'Tiltak a 2026-11-20'],
  ]);
});

test('the last call to a unit is known', async () => {
  const call = CallNoted(
    CallNoted.schema.parse({
      unitId,
      about: { kind: null, month: null },
      on: '2026-11-09',
      withId: null,
      note: 'Ringt',
    }),
  );
  await happened('2026-11-09T08:00:00Z', `followup-${unitId}`, call);
  const [before, after] = await at('2026-11-09T06:00:00Z', '2026-11-10T06:00:00Z');
  expect([before!.contacts, after!.contacts.map(({ saidOn }) => saidOn)]).toEqual([[], ['2026-11-09']]);
});
