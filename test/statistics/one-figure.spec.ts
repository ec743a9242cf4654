import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { contexts } from '../../apps/composition/src/index.js';
import { EVERY_CASE, HISTORY_END, historyEvents } from '../../apps/cli/src/demo/history/history.examples.js';
import { EventCatalog } from '#platform/event-store';
import { addMonths, dayOf, monthOf, schoolYearOf } from '#platform/kernel';
import { countsFor } from '#registry/contract';
import { wasHeld, type KnownFacts } from '#statistics/contract';
import { startApi, type RunningApi } from '../running-api.js';
import { appendHistory, coordinatorIn } from './appended-history.js';
import { FoldedFacts } from './folded-facts.js';

// Starts the whole application on generated histories.
jest.setTimeout(180_000);

const TODAY = dayOf(HISTORY_END);
const YEARS = [schoolYearOf(TODAY) - 1, schoolYearOf(TODAY)];

interface Coverage {
  readonly held: number;
  readonly obliged: number;
}
interface Board {
  readonly coverage: Coverage;
  readonly months: readonly { readonly month: string; readonly coverage: Coverage }[];
  readonly items: readonly { readonly unitId: string; readonly coverage: Coverage }[];
}
interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly asides: readonly { readonly key: string; readonly numerator: number }[];
}
interface Statistics {
  readonly figures: readonly {
    readonly whole: Figure;
    readonly parts: readonly { readonly key: string; readonly figure: Figure }[] | null;
  }[];
}
interface Load {
  readonly open: number;
  readonly overdue: number;
}
interface Attended {
  readonly expected: number;
  readonly present: number;
  readonly deputy: number;
}

const periodOfYear = (year: number) => `${year}-${year + 1}`;
const pair = ({ held, obliged }: Coverage) => [held, obliged];
const attended = ({ expected, present, deputy }: Attended) => [present + deputy, expected, deputy];
const NOTHING: Figure = { numerator: 0, denominator: 0, asides: [{ key: 'deputy', numerator: 0 }] };
const shown = ({ numerator, denominator }: Figure) => [numerator, denominator];
const shownAttendance = ({ asides, ...figure }: Figure) => [...shown({ asides, ...figure }), asides[0]!.numerator];

/** With this seed, and with another one. */
describe.each([EVERY_CASE, 12])('in a generated history (seed %d)', (seed) => {
  let api: RunningApi;
  let cookie: string;
  let known: KnownFacts;

  beforeAll(async () => {
    const stored = await historyEvents(8, { years: 3, seed });
    const catalog = new EventCatalog(...contexts.flatMap((context) => context.events));
    const events = stored.map((event) => catalog.decode(event));
    known = new FoldedFacts(events).all(HISTORY_END);
    api = await startApi(HISTORY_END.toISOString(), ({ events: log }) => appendHistory(log, stored));
    cookie = await api.cookie(stored[0]!.tenant, coordinatorIn(events));
    await api.settled();
  });
  afterAll(() => api.close());

  async function get<Json>(path: string): Promise<Json> {
    const response = await fetch(`${api.url}/api/${path}`, { headers: { cookie } });
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as Json;
  }
  const figure = async (path: string) => (await get<Statistics>(`statistics/${path}`)).figures[0]!;
  const parts = async (path: string) => {
    const found = new Map((await figure(path)).parts!.map((part) => [part.key, part.figure]));
    return (key: string) => found.get(key) ?? NOTHING;
  };

  test('there are exempt months with a meeting, joint meetings, guests, and units that closed in the middle', () => {
    const held = known.meetings.filter(wasHeld);
    expect(held.some(({ unitIds }) => unitIds.length > 1)).toBe(true);
    expect(known.units.some(({ hosts }) => hosts.length > 0)).toBe(true);
    expect(known.units.some(({ closures }) => closures.some(({ lastDay }) => lastDay < TODAY))).toBe(true);
    const metWhileExempt = known.units.some((unit) =>
      unit.exempt.some((month) =>
        held.some(({ unitIds, on }) => monthOf(on) === month && countsFor(unit, { unitIds, heldOn: on })),
      ),
    );
    expect(metWhileExempt).toBe(true);
  });

  test.each(YEARS)(
    'the board of %d, its months, its units and their pages show what the statistics do',
    async (year) => {
      const period = periodOfYear(year);
      for (const kind of ['', '&kind=school', '&kind=kindergarten']) {
        const board = await get<Board>(`board?schoolYear=${year}&size=200${kind}`);
        expect(pair(board.coverage)).toEqual(shown((await figure(`2?period=${period}${kind}`)).whole));
        const byMonth = await parts(`1?period=${period}&by=month${kind}`);
        expect(board.months.map(({ coverage }) => pair(coverage))).toEqual(
          board.months.map(({ month }) => shown(byMonth(month))),
        );
      }
      const { items } = await get<Board>(`board?schoolYear=${year}&size=200`);
      const byUnit = await parts(`2?period=${period}&by=unit`);
      expect(items.length).toBe(known.units.length);
      for (const { unitId, coverage } of items) {
        const page = await get<{ coverage: Coverage }>(`units/${unitId}/overview?schoolYear=${year}`);
        expect([unitId, pair(coverage), pair(page.coverage)]).toEqual([unitId, shown(byUnit(unitId)), pair(coverage)]);
      }
    },
  );

  test('the pages of units and the start page show the open and overdue actions of the statistics', async () => {
    const month = monthOf(TODAY);
    const overdue = await figure(`19?period=${month}`);
    expect(overdue.whole.numerator).toBeGreaterThan(0);
    const [openBy, overdueBy] = [await parts(`18?period=${month}&by=unit`), await parts(`19?period=${month}&by=unit`)];
    for (const { unitId } of known.units) {
      const page = await get<{ openActions: number; overdueActions: number }>(`units/${unitId}/overview`);
      const { openActions, overdueActions } = page;
      expect([unitId, openActions, overdueActions]).toEqual([
        unitId,
        openBy(unitId).numerator,
        overdueBy(unitId).numerator,
      ]);
    }
    const start = await get<{ overdueActions: number }>('start/coordinator');
    expect(start.overdueActions).toBe(overdue.whole.numerator);
  });

  test('the start page’s month so far is the board’s and that of the statistics', async () => {
    const month = monthOf(TODAY);
    const { thisMonth } = await get<{ thisMonth: Coverage }>('start/coordinator');
    const board = await get<Board>('board?size=200');
    expect(thisMonth.obliged).toBeGreaterThan(0);
    expect(pair(thisMonth)).toEqual(shown((await figure(`1?period=${month}`)).whole));
    expect(pair(thisMonth)).toEqual(pair(board.months.find((it) => it.month === month)!.coverage));
  });

  test('the services page shows the open and overdue actions of the statistics, month by month', async () => {
    const { services, people } = await get<{
      services: readonly (Load & { serviceId: string; byMonth: readonly (Load & { on: string })[] })[];
      people: readonly (Load & { serviceId: string; personId: string })[];
    }>('services/workload');
    expect(services.reduce((sum, { open }) => sum + open, 0)).toBeGreaterThan(0);
    for (let ago = 0; ago < 12; ago += 1) {
      const month = addMonths(monthOf(TODAY), -ago);
      const [open, overdue] = [
        await parts(`18?period=${month}&by=service`),
        await parts(`19?period=${month}&by=service`),
      ];
      for (const { serviceId, byMonth, ...now } of services) {
        const then = byMonth.at(-1 - ago)!;
        expect([month, serviceId, then.open, then.overdue]).toEqual([
          month,
          serviceId,
          open(serviceId).numerator,
          overdue(serviceId).numerator,
        ]);
        if (ago === 0) expect([now.open, now.overdue]).toEqual([then.open, then.overdue]);
      }
    }
    for (const { serviceId } of services) {
      const load = await parts(`30?period=${monthOf(TODAY)}&by=person&service=${serviceId}`);
      for (const { personId, open, overdue } of people.filter((it) => it.serviceId === serviceId)) {
        const { numerator, asides } = load(personId);
        expect([personId, open, overdue]).toEqual([personId, numerator, asides[0]!.numerator]);
      }
    }
  });

  test.each(YEARS)('the services’ attendance in %d is that of the statistics, by month and by unit', async (year) => {
    const period = periodOfYear(year);
    const { services } = await get<{
      services: readonly (Attended & { serviceId: string; months: readonly (Attended & { month: string })[] })[];
    }>(`attendance?schoolYear=${year}`);
    const byService = await parts(`12?period=${period}&by=service`);
    expect(services.reduce((sum, { expected }) => sum + expected, 0)).toBeGreaterThan(0);
    for (const { serviceId, months, ...whole } of services) {
      expect(attended(whole)).toEqual(shownAttendance(byService(serviceId)));
      const byMonth = await parts(`12?period=${period}&by=month&service=${serviceId}`);
      expect(months.map(attended)).toEqual(months.map(({ month }) => shownAttendance(byMonth(month))));
      const { items } = await get<{ items: readonly (Attended & { unitId: string })[] }>(
        `attendance/${serviceId}?schoolYear=${year}&size=200`,
      );
      const byUnit = await parts(`12?period=${period}&by=unit&service=${serviceId}`);
      expect(items.map(attended)).toEqual(items.map(({ unitId }) => shownAttendance(byUnit(unitId))));
    }
  });
});
