import { beforeAll, describe, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore, type StoredEvent } from '#platform/event-store';
import { dayOf, daysBetween, schoolYearOf, SettableClock, type CalendarDate, type Recorded } from '#platform/kernel';
import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent, SchoolYearEvent } from '#meetings/contract';
import type { MunicipalityEvent, PersonEvent, UnitEvent } from '#registry/contract';
import { contexts } from '../../../../composition/src/index.js';
import { aggregatesOn } from './aggregates.js';
import { appendTo } from './append-history.js';
import { EVERY_CASE, HISTORY_END, historyEvents, unitsOfAsker } from './history.examples.js';
import { simulateHistory } from './simulate-history.js';

const UNITS = 5;
const wish = { years: 2, seed: EVERY_CASE };
const catalog = new EventCatalog(...contexts.flatMap(({ events }) => events));

type Known = MeetingEvent | SchoolYearEvent | ActionEvent | MunicipalityEvent | PersonEvent | UnitEvent;
let events: readonly StoredEvent[];
let known: readonly Recorded<Known>[];
const of = <Type extends Known['type']>(type: Type) =>
  known.filter((event): event is Recorded<Extract<Known, { type: Type }>> => event.type === type);
const dayRecorded = ({ recordedAt }: Recorded<Known>) => dayOf(recordedAt);

beforeAll(async () => {
  events = await historyEvents(UNITS, wish);
  known = events.map((event) => catalog.check(event) as Recorded<Known>);
});

describe('the log of a history', () => {
  test('has positions without gaps, and a recorded time that never decreases along them', () => {
    expect(events.length).toBeGreaterThan(500);
    events.forEach(({ position, recordedAt, metadata }, i) => {
      expect(position).toBe(BigInt(i + 1));
      expect(recordedAt.toISOString()).toBe(metadata.occurredAt);
      expect(recordedAt.getTime()).toBeGreaterThanOrEqual(events[Math.max(0, i - 1)]!.recordedAt.getTime());
    });
    expect(events.at(-1)!.recordedAt).toEqual(HISTORY_END);
  });

  test('does not write one life after the other', () => {
    const last = new Map(events.map(({ stream, position }) => [stream, position]));
    const running = events.filter(({ stream, position }) => last.get(stream)! > position + 50n);
    expect(running.length).toBeGreaterThan(events.length / 3);
  });

  test('has streams that their deciders fold, and revisions without gaps', () => {
    const aggregates = aggregatesOn(new SettableClock(HISTORY_END), catalog);
    const deciders = new Map(aggregates.map(({ category, decider }) => [category, decider]));
    const streams = Map.groupBy(known, ({ stream }) => stream);
    for (const [stream, own] of streams) {
      const decider = deciders.get(stream.slice(0, stream.indexOf('-')))!;
      const state = own.reduce((folded, event) => decider.evolve(folded, event), decider.initialState);
      expect(state).not.toEqual(decider.initialState);
      expect(own.map(({ revision }) => revision)).toEqual(own.map((_, i) => BigInt(i)));
    }
    expect(streams.size).toBeGreaterThan(100);
  });

  test('has no event that is decided on a fact of a later day', () => {
    for (const event of of('meetings.MeetingHeld')) expect(event.data.heldOn <= dayRecorded(event)).toBe(true);
    for (const event of of('meetings.ProtocolFiled')) expect(event.data.filedOn).toBe(dayRecorded(event));
    for (const event of of('actions.ActionCompleted')) expect(event.data.completedOn <= dayRecorded(event)).toBe(true);
  });

  test('is the same for the same seed, and another one for another', async () => {
    expect(await historyEvents(UNITS, wish)).toEqual(events);
    const ids = new Set(events.map(({ id }) => id));
    const others = await historyEvents(UNITS, { ...wish, seed: EVERY_CASE + 1 });
    expect(others.some(({ id }) => ids.has(id))).toBe(false);
  });

  test('is written to a log as it is, also when the first attempt was broken off', async () => {
    const clock = new SettableClock(HISTORY_END);
    const store = new InMemoryEventStore(clock);
    const append = appendTo(store, clock);
    const units = await unitsOfAsker(UNITS);
    const stop = new AbortController();
    const half = simulateHistory(
      { ...wish, units, asOf: HISTORY_END },
      (moment, share) => (share > 0.5 ? stop.abort() : append(moment, share)),
      stop.signal,
    );
    await expect(half).rejects.toThrow();
    expect(await store.head()).toBeLessThan(BigInt(events.length));
    await simulateHistory({ ...wish, units, asOf: HISTORY_END }, append);
    const written: StoredEvent[] = [];
    for await (const batch of store.readAll({ after: 0n })) written.push(...batch);
    expect(written).toEqual(events);
  });

  test('is marked as demo data', () => {
    expect(of('registry.MunicipalityRegistered').map(({ data }) => data.demo)).toEqual([true]);
    expect(of('registry.MunicipalityChanged').map(({ data }) => data.demo)).toEqual([true]);
  });
});

test.each([
  [1, 1],
  [2, 1],
  [3, 6],
  [4, 3],
  [11, 2],
])('%i units over %i school years have a history without a refused command', async (count, years) => {
  const last = (await historyEvents(count, { years, seed: 7 })).at(-1)!;
  expect(last.recordedAt).toEqual(HISTORY_END);
});

test.each(Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 2 + month * 2, 6))))(
  'a history can end on %s, in holidays too',
  async (asOf) => {
    const made = await historyEvents(7, { years: 2, seed: asOf.getTime() % 1_000_003, asOf });
    expect(made.at(-1)!.recordedAt).toEqual(asOf);
  },
);

describe('five units in two school years have', () => {
  test('protocols filed in time and late, by the time that was in force', () => {
    const late = of('meetings.ProtocolFiled').map(({ data }) => daysBetween(data.protocol.heldOn, data.filedOn));
    expect(late.some((days) => days <= 1)).toBe(true);
    expect(late.some((days) => days > 14)).toBe(true);
  });

  test('protocols corrected within days, and after weeks', () => {
    const after = of('meetings.ProtocolCorrected').map(({ data }) =>
      daysBetween(data.previous.filedOn, data.correctedOn),
    );
    expect(after.some((days) => days < 14)).toBe(true);
    expect(after.some((days) => days > 21)).toBe(true);
    expect(of('actions.ActionCorrected').length).toBeGreaterThan(0);
  });

  test('months that are exempt, some with a meeting', () => {
    const isHeld = of('meetings.MonthExempted').map(({ data: { unitId, month } }) =>
      of('meetings.MeetingHeld').some(({ data }) => data.unitIds.includes(unitId) && data.heldOn.startsWith(month)),
    );
    expect(new Set(isHeld)).toEqual(new Set([true, false]));
  });

  test('meetings that were planned and neither held nor cancelled by the end of their month', () => {
    const reported = [...of('meetings.MeetingHeld'), ...of('meetings.MeetingCancelled')].map(({ stream }) => stream);
    const silent = of('meetings.MeetingPlanned').filter(
      ({ stream, data }) => !reported.includes(stream) && data.on < ('2026-10-01' as CalendarDate),
    );
    expect(silent.length).toBeGreaterThan(0);
  });

  test('meetings that were moved, postponed and cancelled', () => {
    expect(of('meetings.MeetingMoved').length).toBeGreaterThan(0);
    expect(of('meetings.MeetingPostponed').length).toBeGreaterThan(0);
    expect(of('meetings.MeetingCancelled').length).toBeGreaterThan(0);
  });

  test('joint meetings of several units', () => {
    const joint = of('meetings.MeetingHeld').filter(({ data }) => data.unitIds.length > 1);
    expect(joint.length).toBeGreaterThan(5);
  });

  test('actions of every level, with resources, follow-ups, moved due dates, effects and handovers', () => {
    const agreed = of('actions.ActionAgreed').map(({ data }) => data);
    expect(new Set(agreed.map(({ level }) => level))).toEqual(new Set(['individual', 'group', 'system']));
    expect(agreed.some(({ resources }) => resources?.nok)).toBe(true);
    expect(agreed.some(({ resources }) => resources?.hours)).toBe(true);
    for (const type of [
      'actions.FollowUpRecorded',
      'actions.ActionCarriedOn',
      'actions.ActionAbandoned',
      'actions.HandoverOffered',
      'actions.HandoverAccepted',
      'actions.HandoverDeclined',
    ] as const)
      expect([type, of(type).length > 0]).toEqual([type, true]);
    const effects = new Set(of('actions.EffectJudged').map(({ data }) => data.effect));
    expect(effects).toEqual(new Set(['worked', 'partly', 'did-not', 'cannot-be-judged']));
  });

  test('anonymous matters with age bands, and actions that belong to them', () => {
    const protocols = of('meetings.ProtocolFiled').map(({ data }) => data.protocol);
    const anonymous = protocols.flatMap(({ matters }) => matters.filter(({ kind }) => kind === 'anonymous'));
    const ids = new Set<string | null>(anonymous.map(({ matterId }) => matterId));
    expect(new Set(anonymous.map((it) => ('ageBand' in it ? it.ageBand : null))).size).toBeGreaterThan(3);
    expect(protocols.flatMap(({ actions }) => actions).some(({ matterId }) => ids.has(matterId))).toBe(true);
  });

  test('a unit that closed, whose coming meetings were cancelled, and one that opened later', () => {
    const [closed] = of('registry.UnitClosed');
    expect(of('registry.UnitClosed')).toHaveLength(1);
    expect(closed!.data.on > dayRecorded(closed!)).toBe(true);
    const unitId = closed!.stream.slice('unit-'.length);
    const after = of('meetings.MeetingHeld').filter(
      ({ data }) => data.unitIds[0] === unitId && data.heldOn > closed!.data.on,
    );
    expect(after).toEqual([]);
    expect(events.some(({ type }) => type === 'meetings.ClosedUnitsMeetingsListed')).toBe(true);
    const opened = of('registry.UnitRegistered').filter((event) => event.data.from > dayRecorded(event));
    expect(opened).toHaveLength(1);
  });

  test('people who left, some of whom were removed from the register later', () => {
    const left = of('registry.RoleEnded').map((event) => daysBetween(event.data.on, dayRecorded(event)));
    expect(left.length).toBeGreaterThan(3);
    expect(new Set(left.map((days) => days > 0))).toEqual(new Set([true, false]));
  });

  test('settings that changed: protocols are due a day earlier', () => {
    const days = of('registry.SettingsChanged').map(({ data }) => data.settings.filingWorkingDays);
    expect(of('registry.MunicipalityRegistered')[0]!.data.settings.filingWorkingDays).toBe(5);
    expect(days).toEqual([4, 4]);
  });

  test('school calendars of every year, and numbers of children that change', () => {
    const years = of('registry.SchoolCalendarSet').map(({ data }) => `${data.schoolYear} ${data.kind}`);
    const last = schoolYearOf(dayOf(HISTORY_END));
    expect(new Set(years)).toEqual(
      new Set([last - 1, last].flatMap((year) => [`${year} school`, `${year} kindergarten`])),
    );
    expect(of('registry.UnitDetailsChanged').length).toBeGreaterThan(2);
  });

  test('service assignments that change: another contact, and none', () => {
    const assigned = of('registry.ServiceAssigned').map(({ stream, data }) => `${stream} ${data.serviceId}`);
    expect(assigned.length).toBeGreaterThan(new Set(assigned).size);
    expect(of('registry.ServiceUnassigned').length).toBeGreaterThan(0);
  });
});
