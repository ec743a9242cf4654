import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { systemClock, type CalendarDate } from '#platform/kernel';
import { HandoverOffered } from '#actions/contract';
import { asker, commandContext, MUNICIPALITY, type ContextsUnderTest } from '../../../../test/contexts-under-test.js';
import { person } from '../../domain/alerts.examples.js';
import { ReleaseAlerts, ReleaseAlertsHandler, SnoozeAlert, SnoozeAlertHandler } from '../../features/index.js';
import { LadderRounds } from '../../ladder/ladder-rounds.js';
import {
  agreed,
  coordinator,
  id,
  leader,
  NO_ABSENCES,
  openAlertsOfOneSchool,
  owner,
  school,
} from '../../ladder/one-school.examples.js';
import { RoundFactsOfDay } from '../../ladder/round-facts.js';
import { alertKeyOf } from '../../contract/index.js';
import { AlertStepsStreams } from '../../streams/alert-steps.streams.js';
import { AlertFactsOfDay } from '../alerts/alert-facts.js';
import { AlertStepsReader } from '../alert-steps/alert-steps-reader.js';
import { UnitContacts } from '../unit-history/unit-contacts.js';
import { ToldAlertPage, ToldAlertsQuery } from './told-alerts.dto.js';
import { ListToldAlerts, ListToldAlertsHandler } from './told-alerts.query.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const today = '2026-11-23' as CalendarDate;
const keyOf = (name: string) => alertKeyOf(`overdue:${id(name)}`);

let contexts: ContextsUnderTest;
let streams: AlertStepsStreams;
let roundFacts: RoundFactsOfDay;

/** Yesterday's action, one that its unit leader was told of, and one so old that its step waits. */
beforeAll(async () => {
  contexts = await openAlertsOfOneSchool();
  streams = new AlertStepsStreams(contexts.events, contexts.catalog, systemClock);
  const reader = new AlertStepsReader(contexts.readSide);
  const facts = new AlertFactsOfDay(contexts.readSide, contexts.directory);
  roundFacts = new RoundFactsOfDay(facts, new UnitContacts(contexts.readSide), NO_ABSENCES, reader);
  await agreed(contexts, 'new', '2026-11-20');
  await agreed(contexts, 'older', '2026-11-13');
  await agreed(contexts, 'oldest', '2026-10-01');
  await contexts.settled();
  await new LadderRounds(roundFacts, streams, contexts.freshness).carryOut(MUNICIPALITY, today, null);
});
afterAll(() => contexts.close());

const ownerAsks: Partial<Asker> = { personId: owner, roles: [{ role: 'service-member' }], today };
const leaderAsks: Partial<Asker> = { personId: leader, roles: [{ role: 'unit-leader', unitId: school }], today };
const coordinatorAsks: Partial<Asker> = { personId: coordinator, today };
const told = async (who: Partial<Asker>, query: Record<string, unknown> = {}) =>
  ToldAlertPage.parse(
    await new ListToldAlertsHandler(roundFacts, contexts.directory).execute(
      new ListToldAlerts(ToldAlertsQuery.parse(query), asker(who)),
    ),
  ).items;
const lines = async (who: Partial<Asker>, query?: Record<string, unknown>) =>
  (await told(who, query)).map(({ about, step, age }) => [about, step, age]);

test('each reader has their own list, and sees no alert that they may not read', async () => {
  expect(await lines(ownerAsks)).toEqual([['Tiltak new', 1, 1]]);
  expect(await lines(leaderAsks)).toEqual([['Tiltak older', 6, 6]]);
  expect(
    await lines({ personId: id('other'), roles: [{ role: 'teacher', unitId: school }], today }, { list: 'all' }),
  ).toEqual([]);
});

test('the coordinator sees all that was told, and what waits', async () => {
  expect(await lines(coordinatorAsks, { list: 'all' })).toEqual([
    ['Tiltak older', 6, 6],
    ['Tiltak new', 1, 1],
  ]);
  expect(await told(coordinatorAsks, { list: 'waiting' })).toMatchObject([
    { about: 'Tiltak oldest', isWaiting: true, step: null, history: [{ what: 'held-back', step: 15, by: null }] },
  ]);
});

test('the list is narrowed by unit, by owner and to what is new, and the choices stay', async () => {
  expect(await lines(coordinatorAsks, { list: 'all', unit: school, owner })).toHaveLength(2);
  expect(await lines(coordinatorAsks, { list: 'all', unit: '310000000' })).toEqual([]);
  expect(await lines(coordinatorAsks, { list: 'all', owner: leader })).toEqual([]);
  expect(await lines(ownerAsks, { toldAfter: '2026-11-22' })).toEqual([['Tiltak new', 1, 1]]);
  expect(await lines(ownerAsks, { toldAfter: today })).toEqual([]);
  const query = ToldAlertsQuery.parse({ list: 'all', owner: leader });
  const { units, owners, latestToldOn } = await new ListToldAlertsHandler(roundFacts, contexts.directory).execute(
    new ListToldAlerts(query, asker(coordinatorAsks)),
  );
  expect({ units, owners, latestToldOn }).toEqual({
    units: [{ unitId: school, name: 'Demo skole' }],
    owners: [{ personId: owner, name: owner }],
    latestToldOn: today,
  });
});

test('an alert that was put aside leaves the list until its day, and says so where it is still shown', async () => {
  const body = { until: '2026-11-27' as CalendarDate, reason: 'Venter på svar' };
  const command = new SnoozeAlert(keyOf('older'), body, asker(leaderAsks), {
    ...commandContext('snooze'),
    actor: leader,
  });
  await new SnoozeAlertHandler(streams).execute(command);
  await contexts.settled();
  expect(await lines(leaderAsks)).toEqual([]);
  expect(await lines({ ...leaderAsks, today: '2026-11-27' as CalendarDate })).toMatchObject([['Tiltak older', 6, 10]]);
  const [older] = await told(coordinatorAsks, { list: 'all' });
  expect(older).toMatchObject({
    snoozedUntil: '2026-11-27',
    maySnooze: false,
    history: [{ what: 'sent' }, { what: 'snoozed', by: { personId: leader }, note: 'Venter på svar' }],
  });
});

test('what the coordinator releases waits no longer; a repeat releases nothing', async () => {
  const release = (commandId: string) =>
    new ReleaseAlertsHandler(streams).execute(
      new ReleaseAlerts(
        { alertIds: [keyOf('oldest'), keyOf('new')] },
        asker(coordinatorAsks),
        commandContext(commandId),
      ),
    );
  expect(await release('one')).toMatchObject({ released: 1 });
  expect(await release('two')).toMatchObject({ released: 0 });
  await contexts.settled();
  expect(await told(coordinatorAsks, { list: 'waiting' })).toEqual([]);
});

test('somebody to whom an action was offered sees that it waits for their answer', async () => {
  const receiver = id('receiver');
  const holds = { role: 'teacher', unitId: school } as const;
  contexts.directory.persons.push(person(receiver, holds));
  await agreed(contexts, 'offered', '2027-03-01');
  const offer = { from: owner, to: receiver, toServiceId: null, on: '2026-11-16', reason: 'Bytter jobb' };
  await contexts.happened(`action-${id('offered')}`, HandoverOffered(HandoverOffered.schema.parse(offer)));
  await contexts.settled();
  await new LadderRounds(roundFacts, streams, contexts.freshness).carryOut(MUNICIPALITY, today, null);
  const receiverAsks: Partial<Asker> = { personId: receiver, roles: [holds], today };
  expect(await lines(receiverAsks)).toEqual([['Tiltak offered', 5, 5]]);
  expect(await lines({ ...receiverAsks, personId: id('other') }, { list: 'all' })).toEqual([]);
});
