import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  isRefused,
  stableId,
  systemClock,
  type CalendarDate,
  type MeetingId,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import { meetingEvents, MeetingHeld, MeetingPlanned, MonthExempted, schoolYearEvents } from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  municipalityEvents,
  MunicipalityRegistered,
  unitEvents,
  UnitRegistered,
} from '#registry/contract';
import { asker, MUNICIPALITY, openContexts, type ContextsUnderTest } from '../../test/contexts-under-test.js';
import { FactsReader } from './facts/facts-reader.js';
import { FinalFigures } from './facts/final-figures-reader.js';
import { SeriesHistory } from './facts/series-history.js';
import { factsContext, statisticsContext } from './index.js';
import { CatalogueAnswer, FiguresAnswer } from './read-models/figures/figures.dto.js';
import {
  ReadCatalogue,
  ReadCatalogueHandler,
  ExplainFigure,
  ExplainFigureHandler,
  ReadFigures,
  ReadFiguresHandler,
} from './read-models/figures/figures.query.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const school = '974552876' as UnitId;
const kindergarten = '974777630' as UnitId;
const day = (text: string) => text as CalendarDate;
const meetingId = stableId('meeting', 'september') as MeetingId;

let contexts: ContextsUnderTest;
let figures: ReadFiguresHandler;
let beforeTheMeeting: Date;

const ask = async (indicators: number[], filters: Partial<ReadFigures['filters']> = {}, who = asker()) =>
  figures.execute(new ReadFigures(indicators, filters, who));
type Shown = FiguresAnswer['figures'][number]['whole'];
const pair = (figure: Shown) => ('hidden' in figure ? figure.hidden : [figure.numerator, figure.denominator]);
const whole = async (...question: Parameters<typeof ask>) =>
  FiguresAnswer.parse(await ask(...question)).figures.map((figure) => pair(figure.whole));

beforeAll(async () => {
  contexts = await openContexts(
    [factsContext, statisticsContext],
    [municipalityEvents, unitEvents, meetingEvents, schoolYearEvents],
  );
  const reader = new FactsReader(contexts.readSide, systemClock);
  figures = new ReadFiguresHandler(reader, new FinalFigures(reader), new SeriesHistory(reader));
  await contexts.happened(
    `municipality-${MUNICIPALITY}`,
    MunicipalityRegistered({
      name: 'Her',
      languageForm: 'nb',
      demo: true,
      number: MUNICIPALITY as never,
      settings: DEFAULT_SETTINGS,
    }),
  );
  for (const [unitId, kind] of [
    [school, 'school'],
    [kindergarten, 'kindergarten'],
  ] as const) {
    await contexts.happened(
      `unit-${unitId}`,
      UnitRegistered({
        unitId,
        name: kind,
        kind,
        ownership: 'public',
        children: 100,
        area: null,
        obligation: { obliged: true, reason: null },
        from: day('2020-08-01'),
      }),
    );
  }
  await contexts.happened(
    `meeting-${meetingId}`,
    MeetingPlanned({
      meetingId,
      kind: 'ordinary',
      unitIds: [school],
      schoolYear: 2024 as SchoolYear,
      on: day('2024-09-10'),
      startsAt: '12:00' as TimeOfDay,
      place: null,
      reason: null,
      urgent: false,
    }),
  );
  await contexts.happened(
    `schoolyear-${kindergarten}.2024`,
    MonthExempted({
      unitId: kindergarten,
      schoolYear: 2024 as SchoolYear,
      month: '2024-09' as never,
      reason: 'ombygging',
    }),
  );
  await contexts.settled();
  beforeTheMeeting = systemClock.now();
  while (systemClock.now().getTime() === beforeTheMeeting.getTime())
    await new Promise((resolve) => setTimeout(resolve, 1));
  await contexts.happened(
    `meeting-${meetingId}`,
    MeetingHeld({ unitIds: [school], heldOn: day('2024-09-10'), insteadOf: day('2024-09-10') }),
  );
  await contexts.settled();
});
afterAll(() => contexts.close());

describe('the catalogue', () => {
  test('lists what the asker may ask for: load per person and alerts are not for a director', async () => {
    const listed = async (who = asker()) =>
      CatalogueAnswer.parse(await new ReadCatalogueHandler().execute(new ReadCatalogue(who))).indicators.map(
        ({ id }) => id,
      );
    const ofDirector = await listed(asker({ roles: [{ role: 'director' }] }));
    const ofCoordinator = await listed();
    expect(ofCoordinator.filter((id) => !ofDirector.includes(id))).toEqual([30, 52]);
  });
});

describe('a figure', () => {
  test('counts the obliged units’ months that are over, exempt ones left out', async () => {
    // Eleven months of each of two units, one of them exempt.
    expect(await whole([2], { period: '2024-2025' })).toEqual([[1, 21]]);
    expect(await whole([1, 2], { period: '2024-09' })).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('as of a moment is made of what was recorded by then, and names the last event', async () => {
    const asOf = beforeTheMeeting.toISOString();
    expect(await whole([2], { period: '2024-09', asOf })).toEqual([[0, 1]]);
    const [then, now] = [FiguresAnswer.parse(await ask([2], { asOf })), FiguresAnswer.parse(await ask([2]))];
    const log = [];
    for await (const batch of contexts.events.readAll({ after: 0n })) log.push(...batch);
    expect([then.anchor?.eventId, now.anchor?.eventId]).toEqual([log.at(-2)!.id, log.at(-1)!.id]);
  });

  test('can be divided, and each part has its own cases', async () => {
    const answer = FiguresAnswer.parse(await ask([2], { period: '2024H2', by: 'unit' }));
    expect(answer.figures[0]!.parts?.map(({ name, figure }) => [name, pair(figure)])).toEqual([
      ['school', [1, 5]],
      ['kindergarten', [0, 4]],
    ]);
  });

  test('as of a day is made of what was recorded before its end in Norway', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
    const asOf = today.format(systemClock.now());
    expect(await whole([2], { period: '2024-09', asOf })).toEqual([[1, 1]]);
    const yesterday = today.format(systemClock.now().getTime() - 48 * 3_600_000);
    expect(await whole([2], { period: '2024-09', asOf: yesterday })).toEqual([[0, 0]]);
  });

  test('can be that of the units of a kind', async () => {
    expect(await whole([2], { period: '2024-2025', kind: 'kindergarten' })).toEqual([[0, 10]]);
    expect(await whole([2], { period: '2024-2025', area: 'nowhere' })).toEqual([[0, 0]]);
  });

  test('by time says whether it became better, with the limits, and without months in which nobody is obliged', async () => {
    const answer = FiguresAnswer.parse(await ask([2], { period: '2023-2025', by: 'month' }));
    const { parts, improvement } = answer.figures[0]!;
    expect(parts).toHaveLength(24);
    expect(improvement!.points.map(({ key }) => key.slice(5))).not.toContain('07');
    expect(improvement!.points).toHaveLength(22);
    // Two units have fewer than five cases in a month.
    expect([improvement!.word, improvement!.mean, improvement!.points.at(-1)!.isBaseline]).toEqual([null, 0, false]);
    const byUnit = FiguresAnswer.parse(await ask([2], { period: '2023-2025', by: 'unit' }));
    expect(byUnit.figures[0]!.improvement).toBeNull();
    expect(byUnit.figures[0]!.subject).toBe('unit-month');
  });

  test('of actions by time needs no meetings for the word', async () => {
    const answer = FiguresAnswer.parse(await ask([18], { period: '2024-2025', by: 'month' }));
    expect(answer.figures[0]!.improvement!.points).toHaveLength(11);
  });

  test('has the limits of the first twelve months since its units began, whichever year is asked for', async () => {
    for (const period of ['2020-2021', '2020-2025', '2024-2025']) {
      const answer = FiguresAnswer.parse(await ask([1], { period, by: 'month' }));
      // Eleven months of the first school year, without July, and the first of the second one.
      const baseline = period === '2020-2021' ? null : { from: '2020-08', to: '2021-08' };
      expect([period, answer.figures[0]!.improvement!.baseline]).toEqual([period, baseline]);
    }
  });

  test('is the unit’s own for its leader, and of no other unit', async () => {
    const leader = asker({ roles: [{ role: 'unit-leader', unitId: kindergarten }] });
    expect(await whole([2], { period: '2024-2025' }, leader)).toEqual([[0, 10]]);
    expect(isRefused(await ask([2], { unit: school }, leader))).toBe(true);
  });

  test('is protected for the director, who may not open what it is made of', async () => {
    const director = asker({ roles: [{ role: 'director' }] });
    expect(await whole([2, 18], { period: '2024-2025' }, director)).toEqual([[1, 21], 'small-numbers']);
    expect(await whole([2, 18], { period: '2024-09' }, director)).toEqual([[1, 1], 'not-divided']);
    const cases = new ExplainFigureHandler(new FactsReader(contexts.readSide, systemClock));
    const explain = new ExplainFigure(2, { period: '2024-2025', page: 1, size: 50 }, director);
    expect(isRefused(await cases.execute(explain))).toBe(true);
  });

  test('of her own service is raw for the leader of a service unit, and protected beyond it', async () => {
    const leader = asker({ roles: [{ role: 'service-unit-leader', serviceIds: ['ppt'] }] });
    expect(await whole([18], { period: '2024-2025', service: 'ppt' as never }, leader)).toEqual([[0, 0]]);
    expect(await whole([18], { period: '2024-2025' }, leader)).toEqual(['small-numbers']);
  });

  test('that does not exist, or cannot be divided like that, is refused', async () => {
    expect(await ask([11])).toEqual({ refused: [{ rule: 'INDICATOR_UNKNOWN', at: '11' }] });
    expect(await ask([2], { by: 'service' })).toEqual({
      refused: [{ rule: 'BREAKDOWN_NOT_ALLOWED', at: 'month, half-year, school-year, unit, unit-kind, area' }],
    });
  });
});
