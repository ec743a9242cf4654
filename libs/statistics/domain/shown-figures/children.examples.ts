import { isPublicHoliday } from '#platform/holidays';
import type { CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS } from '#registry/contract';
import {
  KnownFacts,
  periodOf,
  type ActionFact,
  type Breakdown,
  type FactSets,
  type UnitFact,
} from '../../contract/index.js';
import { autumnOf, finalFigures, INSIDE, yearBefore, type EarlierFacts, type ShownFigure } from './index.js';

export const day = (text: string) => text as CalendarDate;
export const YEAR = periodOf('2025-2026')!;

const unit = (unitId: string): UnitFact => ({
  unitId,
  name: unitId,
  kind: 'school',
  ownership: 'public',
  area: null,
  children: [{ from: day('2020-08-01'), children: 14 }],
  obligations: [{ from: day('2020-08-01'), obliged: true }],
  hosts: [],
  closures: [],
  exempt: [],
  duties: [],
});

let made = 0;
/**
 * An action of a unit that is agreed in the spring, marked, and still open; `owner`: the responsible person’s service.
 */
export function action(unitId: string, changes: Partial<ActionFact> & { readonly owner?: string } = {}): ActionFact {
  const { owner = null, ...others } = changes;
  const agreedOn = others.agreedOn ?? day('2026-05-01');
  return {
    actionId: String((made += 1)),
    meetingId: 'm',
    unitIds: [unitId],
    agreedOn,
    level: 'individual',
    category: 'guidance',
    approach: 'preventive',
    resources: null,
    matterId: null,
    helpingServices: [],
    terms: [{ from: agreedOn, ownerId: 'p', ownerServiceId: owner, dueOn: day('2026-09-01') }],
    firstDueOn: day('2026-09-01'),
    moves: 0,
    followUps: [{ dueOn: day('2026-08-20'), doneOn: null, meetingId: null }],
    ended: null,
    effect: null,
    ...others,
  };
}
export const many = (unitId: string, count: number, changes: Parameters<typeof action>[1] = {}): ActionFact[] =>
  Array.from({ length: count }, () => action(unitId, changes));
export const completed = { ended: { on: day('2026-06-01'), how: 'completed' } } as const;
export const judged = { ...completed, effect: { on: day('2026-06-10'), effect: 'worked' } } as const;

/** The facts as they are known on the final day of the school year, or of another period. */
export const factsOf = (
  actions: readonly ActionFact[],
  changes: Partial<FactSets> = {},
  on = day('2026-08-30'),
): KnownFacts =>
  new KnownFacts(
    on,
    {
      municipality: { settings: [{ from: day('1990-01-01'), settings: DEFAULT_SETTINGS }], calendars: [] },
      units: ['a', 'b', 'c', 'd'].map(unit),
      services: [],
      people: [],
      meetings: [],
      actions,
      alerts: [],
      ...changes,
    },
    isPublicHoliday,
  );

/** The year's autumn, by what was known then. */
export const autumnBy = (facts: KnownFacts): EarlierFacts => ({ autumn: { facts, period: autumnOf(YEAR)! } });
/** The year before, by what was known then. */
export function yearBeforeBy(facts: KnownFacts): EarlierFacts {
  const period = yearBefore(YEAR);
  return { before: { year: { facts, period }, autumn: { facts, period: autumnOf(period)! } } };
}

/** A figure as text: n/d, or why it is hidden. */
const textOf = (figure: ShownFigure) =>
  'hidden' in figure ? figure.hidden : `${figure.numerator}/${figure.denominator}`;

/** The year as a reader inside the administration sees it: the whole as text, and with a division each part. */
export class YearSeen {
  constructor(
    private readonly facts: KnownFacts,
    private readonly thresholds = INSIDE,
    private readonly earlier: EarlierFacts = {},
  ) {}

  figure = (id: number) => this.figures().get(id)!;

  whole = (id: number): string => textOf(this.figure(id).whole);

  parts(id: number, by: Breakdown): Readonly<Record<string, string>> | null {
    const { parts } = this.figures(by).get(id)!;
    return parts && Object.fromEntries(parts.map(({ key, figure }) => [key, textOf(figure)]));
  }

  private figures(by?: Breakdown) {
    return finalFigures({ facts: this.facts, period: YEAR }, by, this.thresholds, this.earlier);
  }
}
