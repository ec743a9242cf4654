import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { instantAt, isRefused, SettableClock, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import type { Ladder } from '#registry/contract';
import { asker, MUNICIPALITY, type ContextsUnderTest } from '../../../../test/contexts-under-test.js';
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
import { AlertFactsOfDay } from '../alerts/alert-facts.js';
import { AlertStepsReader } from '../alert-steps/alert-steps-reader.js';
import { UnitContacts } from '../unit-history/unit-contacts.js';
import { LadderPreview } from './ladder-preview.dto.js';
import { PreviewLadder, PreviewLadderHandler } from './ladder-preview.query.js';
import { PastDays, recordedFacts } from './past-days.js';
import { RecordedDays } from './recorded-days.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

// The log's own clock records events now, so the months asked about are later.
const today = '2040-02-10' as CalendarDate;

let contexts: ContextsUnderTest;
let facts: AlertFactsOfDay;
let rounds: RoundFactsOfDay;
let recorded: RecordedDays;
let handler: PreviewLadderHandler;

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../test/fixtures/events/${name}.v1.json`, import.meta.url), 'utf8')) as {
    type: string;
    data: object;
  };
const happened = (stream: string, name: string, changes: object = {}) => {
  const { type, data } = fixture(name);
  return contexts.happened(stream, { type, data: { ...data, ...changes } });
};

/** An action that is due on Friday 6 January 2040. */
beforeAll(async () => {
  contexts = await openAlertsOfOneSchool();
  facts = new AlertFactsOfDay(contexts.readSide, contexts.directory);
  const reader = new AlertStepsReader(contexts.readSide);
  rounds = new RoundFactsOfDay(facts, new UnitContacts(contexts.readSide), NO_ABSENCES, reader);
  recorded = new RecordedDays(contexts.events, contexts.catalog);
  const clock = new SettableClock(new Date('2040-02-10T09:00:00Z'));
  handler = new PreviewLadderHandler(new PastDays(recorded, facts, NO_ABSENCES), facts, rounds, clock);
  await agreed(contexts, 'late', '2040-01-06');
  await contexts.settled();
});
afterAll(() => contexts.close());

const preview = async (ladder: Ladder) => {
  const answer = await handler.execute(new PreviewLadder(ladder, asker({ today })));
  if (isRefused(answer)) throw new Error('refused');
  return LadderPreview.parse(answer);
};

test('the steps to try are shown beside those in force, for the month that is over', async () => {
  const tried = await preview({ overdue: [{ workingDays: 2, to: ['owner'] }] });
  expect(tried).toMatchObject({
    month: '2040-01',
    alerts: { inForce: 6, tried: 1 },
    mails: { inForce: 6, tried: 1 },
    receivers: { inForce: 3, tried: 1 },
    steps: [
      { kind: 'overdue', step: -3, as: 'owner', inForce: 1, tried: 0 },
      { kind: 'overdue', step: 0, as: 'owner', inForce: 1, tried: 0 },
      { kind: 'overdue', step: 1, as: 'owner', inForce: 1, tried: 0 },
      { kind: 'overdue', step: 2, as: 'owner', inForce: 0, tried: 1 },
      { kind: 'overdue', step: 6, as: 'unit-leader', inForce: 1, tried: 0 },
      { kind: 'overdue', step: 10, as: 'coordinator', inForce: 1, tried: 0 },
      { kind: 'overdue', step: 15, as: 'coordinator', inForce: 1, tried: 0 },
    ],
    linesTotal: 7,
  });
  expect(tried.lines.map(({ on, step, by, to }) => [on, step, by, to.map(({ name }) => name)])).toEqual([
    ['2040-01-03', -3, 'inForce', [owner]],
    ['2040-01-06', 0, 'inForce', [owner]],
    ['2040-01-09', 1, 'inForce', [owner]],
    ['2040-01-10', 2, 'tried', [owner]],
    ['2040-01-16', 6, 'inForce', [leader]],
    ['2040-01-20', 10, 'inForce', [coordinator]],
    ['2040-01-27', 15, 'inForce', [coordinator]],
  ]);
  expect(tried.people[0]).toEqual({
    personId: owner,
    name: owner,
    alerts: { inForce: 3, tried: 1 },
    mails: { inForce: 3, tried: 1 },
  });
  expect(JSON.stringify(tried)).not.toContain('Tiltak late');
});

test('steps that are in force change nothing', async () => {
  const { alerts, lines } = await preview({});
  expect(alerts).toEqual({ inForce: 6, tried: 6 });
  expect(lines.every(({ by }) => by === 'both')).toBe(true);
});

test('the next round would tell what is open now and was not told', async () => {
  // 10 February 2040 is a Friday, and its round is over.
  const { nextRound } = await preview({ overdue: [{ workingDays: 2, to: ['owner', 'coordinator'] }] });
  expect(nextRound).toEqual({
    on: '2040-02-13',
    alerts: { inForce: 1, tried: 2 },
    receivers: { inForce: 1, tried: 2 },
  });
});

test('steps that settings refuse are refused here too', async () => {
  const backwards: Ladder = {
    overdue: [
      { workingDays: 2, to: ['owner'] },
      { workingDays: 1, to: ['owner'] },
    ],
  };
  expect(await handler.execute(new PreviewLadder(backwards, asker({ today })))).toEqual({
    refused: [{ rule: 'LADDER_OUT_OF_ORDER', at: 'ladder.overdue.1' }],
  });
});

test('nothing is appended by it', async () => {
  const before = await contexts.events.head();
  await preview({ orphan: [] });
  expect(await contexts.events.head()).toBe(before);
});

test('the log folded up to a morning gives the facts that the round of that morning reads', async () => {
  const day = '2040-01-20' as CalendarDate;
  await happened(`meeting-${id('planned')}`, 'meetings.MeetingPlanned', { meetingId: id('planned'), on: '2040-01-25' });
  await happened(`meeting-${id('earlier')}`, 'meetings.MeetingPlanned', { meetingId: id('earlier'), on: '2039-12-08' });
  await happened(`meeting-${id('held')}`, 'meetings.MeetingPlanned', { meetingId: id('held'), on: '2040-01-10' });
  await happened(`meeting-${id('held')}`, 'meetings.MeetingHeld', { heldOn: '2040-01-10', insteadOf: '2040-01-10' });
  await happened(`schoolyear-${school}.2039`, 'meetings.MonthExempted', { schoolYear: 2039, month: '2040-01' });
  await happened(`followup-${school}`, 'alerts.UnitReminded', { unitId: school, on: '2040-01-18' });
  await contexts.settled();
  const read = (await rounds.on(MUNICIPALITY, day)).facts;
  const [rows] = await recorded.at(MUNICIPALITY, [instantAt(day, '07:00' as TimeOfDay)]);
  const folded = recordedFacts(rows!, await facts.registry(MUNICIPALITY));
  for (const part of ['actions', 'meetings', 'planned', 'exemptions'] as const) {
    expect(read[part].length).toBeGreaterThan(0);
    expect(folded[part]).toEqual(expect.arrayContaining(read[part].map((row) => expect.objectContaining({ ...row }))));
    expect(folded[part]).toHaveLength(read[part].length);
  }
  expect([read.lastContact(school), folded.lastContact(school)]).toEqual(['2040-01-18', '2040-01-18']);
});
