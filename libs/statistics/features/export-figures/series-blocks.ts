import type { Block, Picture, Shape } from '#platform/pdf';
import type { Language } from '#platform/identity';
import type { FigureUnit } from '../../contract/index.js';
import { FEWEST_POINTS, labelsOf, lastYearOf, plotOf, type Dot } from '../../contract/chart/index.js';
import { madeOf, signOf, valueInWords } from './answer-words.js';
import type { ReportedPoint, ReportedSeries } from './reported-series.js';
import { monthAloneInWords, PHRASES, schoolYearInWords, shortMonthInWords } from './report-words.js';

const HEIGHT = 120;
const MARGIN = { left: 30, right: 74, bottom: 16 };
/** Least distance of labels at the right, in per cent of the height. */
const BETWEEN_LABELS = 16;
/** Points between two labels below the chart, so that they do not overlap. */
const BETWEEN_MONTHS = 4;

/** Points of a chart with the sentence before it, and of a month in the table below it. */
const CHART_HEIGHT = 220;
const MONTH_HEIGHT = 32;

/** Points that the blocks of a series need, so that a chart and its table stand on one page. */
export const heightOfSeries = ({ points }: ReportedSeries): number =>
  CHART_HEIGHT + MONTH_HEIGHT * new Set(points.map(({ key }) => key.slice(5))).size;

/** A chart of the series, as the pages draw it, and the same figures as a table; nothing for fewer than three points. */
export function seriesBlocks(
  alt: string,
  series: ReportedSeries,
  unit: FigureUnit,
  language: Language,
): readonly Block[] {
  if (series.points.length < FEWEST_POINTS) return [];
  return [
    chart(alt, series, unit, language),
    { kind: 'paragraph', text: series.signal, letters: 'detail' },
    sameFigures(series, unit, language),
  ];
}

function chart(
  alt: string,
  { points, lines, definition }: ReportedSeries,
  unit: FigureUnit,
  language: Language,
): Picture {
  const { dots, pieces, ahead, mean, lower, upper, baseline, change, ticks } = plotOf(points, lines, definition);
  const labels = labelsOf({ mean, lower, upper }, BETWEEN_LABELS);
  const onAxis = (value: number) =>
    valueInWords(value, unit === 'per-cent' || unit === 'number' ? unit : 'mean', language);
  const limits = [
    { key: 'upper', name: 'upperLimit', y: upper, value: lines.upper },
    { key: 'mean', name: 'centreLine', y: mean, value: lines.mean },
    { key: 'lower', name: 'lowerLimit', y: lower, value: lines.lower },
  ] as const;
  return {
    kind: 'picture',
    alt,
    height: HEIGHT,
    margin: MARGIN,
    shapes: [
      ...(baseline ? [{ kind: 'strip', ...baseline } satisfies Shape] : []),
      ...(change === undefined ? [] : changeShapes(change, definition.version, language)),
      ...ticks.map(({ value, y }): Shape => ({
        kind: 'label',
        at: { x: 0, y },
        text: onAxis(value),
        dx: -5,
        align: 'end',
      })),
      ...limits.flatMap(({ key, name, y, value }): readonly Shape[] =>
        y === undefined
          ? []
          : [
              {
                kind: 'line',
                through: [
                  { x: 0, y },
                  { x: 100, y },
                ],
                as: key === 'mean' ? 'solid' : 'dashed',
              },
              {
                kind: 'label',
                at: { x: 100, y: labels[key]! },
                text: `${onAxis(value!)} ${PHRASES[name][language]}`,
                dx: 5,
                isStrong: key === 'mean',
              },
            ],
      ),
      ...pieces.map((piece): Shape => ({ kind: 'line', through: piece, as: 'series' })),
      ...(ahead.length > 0 ? [{ kind: 'line', through: ahead, as: 'dotted' } satisfies Shape] : []),
      ...dots.map((dot): Shape => ({
        kind: 'mark',
        at: dot,
        as: !dot.point.isFinished ? 'ring' : dot.point.signals.length > 0 ? 'diamond' : 'dot',
      })),
      ...monthLabels(dots, language),
    ],
  };
}

/** A dotted line where another version of the definition begins, with its number. */
const changeShapes = (x: number, version: number, language: Language): readonly Shape[] => [
  {
    kind: 'line',
    through: [
      { x, y: 0 },
      { x, y: 100 },
    ],
    as: 'dotted',
  },
  { kind: 'label', at: { x, y: 0 }, text: `${PHRASES.version[language].toLowerCase()} ${version}`, dx: 4, dy: 5 },
];

/** The first month, each August and the last month. */
function monthLabels(dots: readonly Dot<ReportedPoint>[], language: Language): readonly Shape[] {
  const last = dots.length - 1;
  return dots.flatMap(({ point: { key }, x }, i): readonly Shape[] => {
    const isShown = i === 0 || i === last || (key.endsWith('-08') && i >= BETWEEN_MONTHS && i <= last - BETWEEN_MONTHS);
    const text = shortMonthInWords(key, language);
    return isShown
      ? [
          {
            kind: 'label',
            at: { x, y: 100 },
            text,
            dx: i === last ? 16 : -8,
            dy: 10,
            ...(i === last && { align: 'end' }),
          },
        ]
      : [];
  });
}

/** Months below each other, school years beside each other: value, number and signal of each point. */
function sameFigures({ points }: ReportedSeries, unit: FigureUnit, language: Language): Block {
  const years = [...new Set(points.map(({ key }) => lastYearOf(key)))];
  const months = [...Map.groupBy(points, ({ key }) => key.slice(5))].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  return {
    kind: 'table',
    isDense: true,
    columns: [
      { head: PHRASES.month[language], width: 2 },
      ...years.map((year) => ({ head: schoolYearInWords(year), width: 3, align: 'end' as const })),
    ],
    rows: months.map(([month, those]) => [
      { text: monthAloneInWords(those[0]!.key, language) },
      ...years.map((year) => {
        const point = those.find(({ key }) => lastYearOf(key) === year && key.endsWith(month));
        if (!point) return { text: '' };
        return {
          text: valueInWords(point.value, unit, language),
          details: [signsOf(point, unit, language)].filter((it) => it !== ''),
        };
      }),
    ]),
  };
}

/** «82 av 87 · signal: på rad over» */
const signsOf = (point: ReportedPoint, unit: FigureUnit, language: Language): string =>
  [unit === 'number' ? null : madeOf(point, 'share', null, language), signOf(point, language)]
    .filter((it) => it !== null)
    .join(' · ');

/** Place of a month in the school year, which begins in August. */
const placeOf = (month: string): number => (Number(month) + 4) % 12;
