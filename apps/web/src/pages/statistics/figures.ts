import type { Answer } from '../../api/reads.js';
import { wordIn } from '#statistics/contract/chart';
import type { StatisticsView } from './statistics-address.js';

export type Figures = Answer<'/api/statistics/figures'>;
export type IndicatorFigure = Figures['figures'][number];
export type Definition = Answer<'/api/statistics'>['indicators'][number];
export type Missing = Answer<'/api/statistics'>['missing'][number];
export type FigureOrHidden = IndicatorFigure['whole'];
export type HiddenFigure = Extract<FigureOrHidden, { readonly hidden: string }>;
export type Figure = Exclude<FigureOrHidden, HiddenFigure>;
type Improvement = NonNullable<IndicatorFigure['improvement']>;
export type Word = Improvement['word'];
type Point = Improvement['points'][number];
export type Signal = Point['signals'][number];

/** True for a figure without numbers, because they would tell about single people. */
export const isHidden = (figure: FigureOrHidden): figure is HiddenFigure => 'hidden' in figure;

/** A point of a series with its figure. */
export interface SeriesPoint extends Point {
  readonly figure: Figure;
  readonly value: number;
}

/** Points of a figure divided by month, oldest first; empty where they are hidden, or it was not divided. */
export function seriesOf({
  parts,
  improvement,
}: Pick<IndicatorFigure, 'parts' | 'improvement'>): readonly SeriesPoint[] {
  const figures = new Map(parts?.map(({ key, figure }) => [key, figure]));
  return (improvement?.points ?? []).flatMap((point) => {
    const figure = figures.get(point.key);
    return figure && !isHidden(figure) && figure.value !== null ? [{ ...point, figure, value: figure.value }] : [];
  });
}

/** The word for the period: that of the last finished point, if the point is in the period. */
export const wordFor = (series: Pick<IndicatorFigure, 'improvement'> | undefined, period: string): Word =>
  wordIn(series?.improvement, period);

/** Leaves out indicators that cannot be computed with the filters: those without parts by service, when one is chosen. */
export const ofService = (
  definitions: readonly Definition[],
  { serviceId }: Pick<StatisticsView, 'serviceId'>,
): readonly Definition[] =>
  serviceId === undefined ? definitions : definitions.filter(({ by }) => by.includes('service'));

export type Aside = Definition['asides'][number];

/** A card with its figure and, in `beside`, the paired figure under the line, or the one whose `aside` is shown there. */
export interface Card {
  readonly definition: Definition;
  readonly beside: Definition | undefined;
  readonly aside: Aside | undefined;
}

/** The paired figure, which shows when the first one is gamed. */
export function besideOf(
  { besides, besidesAside }: Definition,
  definitions: readonly Definition[],
): Pick<Card, 'beside' | 'aside'> {
  const beside = definitions.find(({ id }) => id === besides);
  return { beside, aside: besidesAside === null ? undefined : beside?.asides.find(({ key }) => key === besidesAside) };
}

/** The definitions as cards, in groups: one that stands beside another gets no card of its own. */
export function cardsOf(definitions: readonly Definition[]): ReadonlyMap<Definition['group'], readonly Card[]> {
  const below = new Set<number>();
  const cards: Card[] = [];
  for (const definition of definitions) {
    if (below.has(definition.id)) continue;
    const { beside, aside } = besideOf(definition, definitions);
    const isFree = beside && beside !== definition && !cards.some((card) => card.definition === beside);
    if (isFree && !aside) below.add(beside.id);
    cards.push({ definition, beside: isFree || aside ? beside : undefined, aside });
  }
  return Map.groupBy(
    cards.filter(({ definition }) => !below.has(definition.id)),
    ({ definition }) => definition.group,
  );
}

/** Cases that need work: those that do not count, or where less is better, those that do. */
export const toWorkOn = ({ numerator, denominator }: Figure, { better }: Pick<Definition, 'better'>): number =>
  better === 'lower' ? numerator : denominator - numerator;

/** The median beside a mean, or the mean beside a median, with the quartiles: in the unit of the figure. */
export interface Middle {
  readonly of: 'median' | 'mean';
  readonly middle: number;
  readonly lower: number;
  readonly upper: number;
}

const OF_AMOUNTS: ReadonlySet<Definition['measure']> = new Set(['mean', 'per-person', 'median', 'largest']);

/** Undefined where the figure is hidden, or is not a value of its amounts. */
export function middleOf(figure: FigureOrHidden, { measure }: Pick<Definition, 'measure'>): Middle | undefined {
  if (isHidden(figure) || figure.spread === null || !OF_AMOUNTS.has(measure)) return undefined;
  const { mean, median, lowerQuartile: lower, upperQuartile: upper } = figure.spread;
  return measure === 'median'
    ? { of: 'mean', middle: mean, lower, upper }
    : { of: 'median', middle: median, lower, upper };
}
