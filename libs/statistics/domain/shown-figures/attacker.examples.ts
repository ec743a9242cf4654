import { indicatorWith, INDICATORS, type Breakdown, type Indicator } from '../../contract/index.js';
import { Bounds } from './bounds.examples.js';
import { isAboutChildren, type FinalFigure, type ShownFigure } from './index.js';

/** One period as a reader sees it: undivided, and divided in each way. */
export type Face = ReadonlyMap<Breakdown | undefined, ReadonlyMap<number, FinalFigure>>;
/** A school year and its autumn, and those before them. */
export type PeriodName = 'autumn' | 'year' | 'autumn before' | 'year before';
/** A school year with its autumn, and the year before it unless nothing was before. */
interface YearNames {
  readonly autumn: PeriodName;
  readonly year: PeriodName;
  readonly before?: PeriodName;
}
export const ONE_YEAR: readonly YearNames[] = [{ autumn: 'autumn', year: 'year' }];
export const TWO_YEARS: readonly YearNames[] = [
  { autumn: 'autumn before', year: 'year before' },
  { autumn: 'autumn', year: 'year', before: 'year before' },
];

/** The list that each figure counts, told once more: the attacker reads definitions, not programs. */
const COUNTS: Readonly<Record<number, string>> = {
  13: 'follow-ups',
  18: 'open',
  19: 'open',
  20: 'over due',
  21: 'judged',
  22: 'completed',
  23: 'agreed',
  24: 'judged',
  25: 'waiting long',
  26: 'agreed',
  27: 'agreed',
  28: 'agreed',
  29: 'marked',
  32: 'agreed',
};
const IN_STAGES = ['judged', 'completed', 'agreed'];
const LISTS = ['follow-ups', 'marked', ...IN_STAGES];
/** Divisions by what never changes of an action. */
export const DIVISIONS = ['unit', 'level', 'category', 'approach', 'service'] as const satisfies readonly Breakdown[];
const SHARES = [13, 19, 22, 23, 24, 29, 32];

export const nameOf = (period: PeriodName, what: string, by?: Breakdown, key?: string): string =>
  [period, what, by, key].filter((it) => it !== undefined).join(' / ');

/** An attacker who has seen these faces of all periods of these years, and knows the definitions. */
export function attacker(
  seen: readonly (readonly [PeriodName, Face])[],
  keys: ReadonlyMap<Breakdown, readonly string[]>,
  years: readonly YearNames[] = ONE_YEAR,
) {
  const bounds = new Bounds();
  for (const { autumn, year, before } of years) {
    for (const period of [autumn, year]) {
      knowPart(bounds, period, before, undefined, undefined);
      for (const by of DIVISIONS) {
        for (const key of keys.get(by)!) knowPart(bounds, period, before, by, key);
        for (const what of [
          ...LISTS,
          ...SHARES.filter((id) => id !== 19).flatMap((id) => [`counting in ${id}`, `rest of ${id}`]),
        ])
          bounds.sum(
            keys.get(by)!.map((key) => nameOf(period, what, by, key)),
            nameOf(period, what),
          );
      }
      knowWhole(bounds, period);
    }
    for (const list of LISTS) {
      bounds.atMost(nameOf(autumn, list), nameOf(year, list));
      for (const by of DIVISIONS)
        for (const key of keys.get(by)!) bounds.atMost(nameOf(autumn, list, by, key), nameOf(year, list, by, key));
    }
    bounds.atMost(nameOf(autumn, 'abandoned so far'), nameOf(year, 'abandoned so far'));
    if (before) bounds.atMost(nameOf(before, 'abandoned so far'), nameOf(autumn, 'abandoned so far'));
  }
  for (const [period, face] of seen) learn(bounds, period, face, keys);
  bounds.narrow();
  return bounds;
}

/** Numbers of a part, or of the whole. */
function knowPart(
  bounds: Bounds,
  period: PeriodName,
  before: PeriodName | undefined,
  by: Breakdown | undefined,
  key: string | undefined,
): void {
  const of = (what: string) => nameOf(period, what, by, key);
  bounds.sum([of('marked'), of('unmarked')], of('agreed'));
  for (const id of SHARES) if (id !== 19) bounds.sum([of(`counting in ${id}`), of(`rest of ${id}`)], of(COUNTS[id]!));
  for (const stage of IN_STAGES)
    bounds.sum(before ? [of(stage), nameOf(before, stage, by, key)] : [of(stage)], of(`${stage} so far`));
  bounds.atMost(of('judged so far'), of('completed so far'));
  bounds.atMost(of('completed so far'), of('agreed so far'));
}

/** Numbers that are never divided, and those that the parts of a division are. */
function knowWhole(bounds: Bounds, period: PeriodName): void {
  const of = (what: string, by?: Breakdown, key?: string) => nameOf(period, what, by, key);
  bounds.sum([of('open'), of('completed so far'), of('abandoned so far')], of('agreed so far'));
  bounds.sum([of('counting in 19'), of('rest of 19')], of('open'));
  bounds.sum([of('over due')], of('counting in 19'));
  bounds.sum([of('judged so far'), of('waiting')], of('completed so far'));
  bounds.atMost(of('waiting long'), of('waiting'));
  bounds.sum([of('agreed', 'approach', 'preventive')], of('counting in 29'));
  bounds.sum([of('agreed', 'approach', 'compensating')], of('rest of 29'));
  bounds.sum([of('agreed', 'approach', 'none')], of('unmarked'));
}

function learn(bounds: Bounds, period: PeriodName, face: Face, keys: ReadonlyMap<Breakdown, readonly string[]>): void {
  for (const [by, figures] of face)
    for (const [id, { whole, parts }] of figures) {
      if (COUNTS[id] === undefined) continue;
      know(bounds, id, whole, (what) => nameOf(period, what), false);
      if (!by || !parts) continue;
      for (const key of keys.get(by)!) {
        const part = parts.find((it) => it.key === key);
        const of = (what: string) => nameOf(period, what, by, key);
        if (part) know(bounds, id, part.figure, of, true);
        else bounds.is(of(COUNTS[id]), 0);
      }
    }
}

function know(bounds: Bounds, id: number, figure: ShownFigure, of: (what: string) => string, isPart: boolean): void {
  if ('hidden' in figure) return;
  const { numerator, denominator } = figure;
  const isOfAll = indicatorWith(id)!.measure === 'distribution' && isPart;
  bounds.is(of(COUNTS[id]!), isOfAll ? numerator : denominator);
  if (!SHARES.includes(id)) return;
  bounds.is(of(`counting in ${id}`), numerator);
  bounds.is(of(`rest of ${id}`), denominator - numerator);
}

/** Indicators that the attacker attacks. */
export const ATTACKED: readonly Indicator[] = INDICATORS.filter(
  (it) => isAboutChildren(it) && COUNTS[it.id] !== undefined,
);
/**
 * The numbers that a figure tells of a part or the whole: how many there are, and of a share how many count and how
 * many do not.
 */
export const toldBy = (id: number): readonly string[] => [
  COUNTS[id]!,
  ...(SHARES.includes(id) ? [`counting in ${id}`, `rest of ${id}`] : []),
];
