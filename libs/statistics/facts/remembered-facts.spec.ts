import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { meetingEvents, MeetingMoved, MeetingPlanned, schoolYearEvents } from '#meetings/contract';
import { openDatabase, urlOf } from '#platform/database';
import {
  addDays,
  schoolYearOf,
  stableId,
  type CalendarDate,
  type MeetingId,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import { rebuild } from '#platform/projections';
import { municipalityEvents, serviceEvents, unitEvents } from '#registry/contract';
import { MUNICIPALITY, openContexts, type ContextsUnderTest } from '../../../test/contexts-under-test.js';
import { Random } from '../../../test/statistics/random.js';
import type { MeetingFact } from '../contract/index.js';
import { factsContext } from '../index.js';
import { versionsOf } from './fact-row.js';
import { knownFacts, type Question } from './fact-sets.js';
import { FACT_TABLES } from './fact-tables.js';
import { MeetingFactRow, meetingFacts } from './meeting-fact.js';
import { RememberedFacts } from './remembered-facts.js';
import type { Days } from './remembered-table.js';
import { readSeenTables } from './seen-tables.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const OTHER = '9998';
const BEGINS = '2021-08-01' as CalendarDate;
const ALL: Days = { from: BEGINS, to: '2026-07-31' as CalendarDate };
const unitIds: UnitId[] = ['974552876' as UnitId];
const startsAt = '12:00' as TimeOfDay;
const SEED = 144;

let contexts: ContextsUnderTest;
const random = new Random(SEED);
const anyDay = () => addDays(BEGINS, random.between(0, 1_800));
const meetings: { readonly stream: string; readonly tenant: string; on: CalendarDate }[] = [];

async function plan(on: CalendarDate, tenant = MUNICIPALITY) {
  const meetingId = stableId('meeting', meetings.length) as MeetingId;
  const stream = `meeting-${meetingId}`;
  const days = { schoolYear: schoolYearOf(on), on, startsAt };
  const event = { meetingId, kind: 'ordinary', unitIds, ...days, place: null, reason: null, urgent: false } as const;
  await contexts.happened(stream, MeetingPlanned(event), tenant);
  meetings.push({ stream, tenant, on });
}

async function move(meeting: (typeof meetings)[number], to: CalendarDate) {
  const data = { unitIds, from: { on: meeting.on, startsAt }, to: { on: to, startsAt }, place: null, reason: null };
  await contexts.happened(meeting.stream, MeetingMoved(data), meeting.tenant);
  meeting.on = to;
}

beforeAll(async () => {
  contexts = await openContexts(
    [factsContext],
    [municipalityEvents, unitEvents, serviceEvents, meetingEvents, schoolYearEvents],
  );
  for (let i = 0; i < 40; i += 1) await plan(anyDay());
  await plan(anyDay(), OTHER);
  await contexts.settled();
});
afterAll(() => contexts.close());

interface Asked {
  readonly facts: readonly MeetingFact[];
  /** The statements about the table of meetings. */
  readonly statements: readonly string[];
}

async function ask(
  remembered: RememberedFacts,
  tables: EntityManager,
  { days = ALL, tenant = MUNICIPALITY, moment }: { days?: Days; tenant?: string; moment?: number } = {},
): Promise<Asked> {
  const statements: string[] = [];
  const listening = Object.create(tables, {
    query: {
      value: (statement: string, values: unknown[]) => {
        if (/^select subject.* from statistics_meeting/s.test(statement)) statements.push(statement);
        return tables.query(statement, values);
      },
    },
  }) as EntityManager;
  const { seen } = await readSeenTables(listening, tenant, [FACT_TABLES.meetings]);
  const { rows } = await remembered.rows(listening, tenant, FACT_TABLES.meetings, seen, days);
  return { facts: rows.flatMap((row) => row.at(moment) ?? []).toSorted(byId), statements };
}
const inTenant = (remembered: RememberedFacts, question: Parameters<typeof ask>[2] = {}) =>
  contexts.readSide.in(question.tenant ?? MUNICIPALITY, (tables) => ask(remembered, tables, question));
const byId = (a: MeetingFact, b: MeetingFact) => (a.meetingId < b.meetingId ? -1 : 1);

/** When something became known, and just before. */
const moments = () =>
  contexts.readSide.in(MUNICIPALITY, async (tables) =>
    (await tables.findBy(MeetingFactRow, { tenant: MUNICIPALITY }))
      .flatMap((row) => versionsOf(row).flatMap(({ at }) => [at - 1, at]))
      .toSorted((a, b) => a - b),
  );

/** The same from the rows of the table. */
const expected = ({ from, to }: Days, moment = Infinity) =>
  contexts.readSide.in(MUNICIPALITY, async (tables) => {
    const rows = await tables.findBy(MeetingFactRow, { tenant: MUNICIPALITY });
    return rows
      .filter(({ firstOn, lastOn }) => firstOn <= to && lastOn! >= from)
      .flatMap((row) => versionsOf(row).find(({ at }) => at <= moment)?.fact ?? [])
      .toSorted(byId);
  });

describe('the rows that a process remembers', () => {
  test('are read once, and after an event those that it changed', async () => {
    const remembered = new RememberedFacts();
    expect((await inTenant(remembered)).statements).toHaveLength(5);
    expect((await inTenant(remembered)).statements).toEqual([]);
    await move(meetings[3]!, anyDay());
    await contexts.settled();
    const { facts, statements } = await inTenant(remembered);
    expect(statements).toEqual([expect.stringContaining('position > ')]);
    expect(facts).toEqual(await expected(ALL));
  });

  test('are those of the table, whatever is asked and happens in which order', async () => {
    const remembered = new RememberedFacts();
    for (let i = 0; i < 60; i += 1) {
      if (random.chance(0.4)) {
        await (random.chance(0.3) ? plan(anyDay()) : move(random.pick(meetings.slice(0, 40)), anyDay()));
        await contexts.settled();
      }
      const from = anyDay();
      const days = { from, to: addDays(from, random.pick([0, 30, 200, 700])) };
      const moment = random.chance(0.5) ? random.pick(await moments()) : undefined;
      const { facts } = await inTenant(remembered, { days, ...(moment !== undefined && { moment }) });
      expect([days, facts]).toEqual([days, await expected(days, moment)]);
    }
  });

  test('are never those of another tenant', async () => {
    const remembered = new RememberedFacts();
    const [own, others] = [await inTenant(remembered), await inTenant(remembered, { tenant: OTHER })];
    expect(others.facts.map(({ meetingId }) => meetingId)).toEqual([stableId('meeting', 40)]);
    expect(own.facts).toEqual(await expected(ALL));
    // A transaction of the other tenant sees nothing of this one, however much the process remembers.
    const crossed = await contexts.readSide.in(OTHER, (tables) => ask(remembered, tables));
    expect(crossed.facts).toEqual([]);
    expect((await inTenant(remembered)).facts).toEqual(own.facts);
  });

  test('are not later than a transaction sees', async () => {
    const { entities } = factsContext;
    const runner = await openDatabase({ url: urlOf(contexts.source), entities, role: 'samspill_runner' });
    try {
      const remembered = new RememberedFacts();
      await runner.transaction('REPEATABLE READ', async (tables) => {
        const before = await ask(remembered, tables);
        await move(meetings[5]!, addDays(meetings[5]!.on, 1));
        await contexts.settled();
        const after = await runner.transaction((others) => ask(remembered, others));
        expect(after.facts).not.toEqual(before.facts);
        expect((await ask(remembered, tables)).facts).toEqual(before.facts);
        expect((await runner.transaction((others) => ask(remembered, others))).facts).toEqual(after.facts);
      });
    } finally {
      await runner.destroy();
    }
  });

  test('are one set of facts for questions alike, until something happens', async () => {
    const today = ALL.to;
    const question = { tenant: MUNICIPALITY, spans: { meetings: ALL, actions: undefined, alerts: undefined }, today };
    const facts = (changes: Partial<Question> = {}) =>
      contexts.readSide.in(
        MUNICIPALITY,
        async (tables) => (await knownFacts(tables, { ...question, ...changes })).facts,
      );
    const before = await facts();
    expect(await facts()).toBe(before);
    expect(await facts({ today: addDays(today, -1) })).not.toBe(before);
    expect(await facts({ asOf: new Date('2030-01-01T00:00:00Z') })).not.toBe(before);
    await move(meetings[6]!, addDays(meetings[6]!.on, 1));
    await contexts.settled();
    expect((await facts()).meetings.toSorted(byId)).toEqual(await expected(ALL));
  });

  test('are read anew when the read model has been rebuilt', async () => {
    const remembered = new RememberedFacts();
    const before = await inTenant(remembered);
    const { source, events, catalog } = contexts;
    await rebuild({ source, events, catalog }, [meetingFacts]);
    const after = await inTenant(remembered);
    expect(after.statements).toHaveLength(5);
    expect(after.facts).toEqual(before.facts);
  });

  test('are dropped when they take too much memory, those used longest ago first', async () => {
    const year = (first: number) => ({ from: `${first}-08-01`, to: `${first + 1}-07-31` }) as Days;
    const characters = (facts: readonly MeetingFact[]) => JSON.stringify(facts).length;
    const [first, second] = [await expected(year(2022)), await expected(year(2023))];
    const remembered = new RememberedFacts(2 * (characters(first) + characters(second)));
    for (const days of [year(2022), year(2023), ALL]) await inTenant(remembered, { days });
    expect((await inTenant(remembered, { days: year(2025) })).statements).toEqual([]);
    expect((await inTenant(remembered, { days: year(2021) })).statements).toHaveLength(1);

    const forgetful = new RememberedFacts(0);
    for (let i = 0; i < 2; i += 1) {
      const { facts, statements } = await inTenant(forgetful);
      expect(statements).toHaveLength(5);
      expect(facts).toEqual(await expected(ALL));
    }
  });
});
