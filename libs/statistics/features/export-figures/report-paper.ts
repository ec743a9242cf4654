import type { Block, Cell, Fact, Paper } from '#platform/pdf';
import type { FiguresReport, ReportedIndicator, ReportedRow } from './figures-report.js';
import { HIDDEN_MARKER } from './figures-table.js';
import { heightOfSeries, seriesBlocks } from './series-blocks.js';
import { dayInWords, momentInWords, numberInWords, PHRASES } from './report-words.js';

/** Stands where there is nothing to compute a value from. */
const NOTHING_MARKER = '–';

/** The report for print: the answers in short, a chart and a table for each figure. */
export const reportPaper = (report: FiguresReport): Paper =>
  paperWith(report, report.title, [
    ...inShort(report),
    ...(report.indicators.some(({ series }) => series) ? [howToRead(report)] : []),
    ...report.indicators.flatMap((indicator) => figureBlocks(report, indicator)),
  ]);

/** A printed document about figures: what it is about, its own content, then definitions and the last event. */
export function paperWith(report: FiguresReport, title: string, content: readonly Block[]): Paper {
  const { language, municipality, isDemo, known, filters, definitions } = report;
  const say = sayIn(report);
  return {
    title: `${title}, ${municipality}`,
    language,
    author: municipality,
    at: known.asOf ?? known.lastEvent?.at ?? new Date(`${known.today}T12:00:00Z`),
    notice: isDemo ? { text: say('demo'), mark: say('demoMark') } : null,
    foot: [title, filters, `${say('asOf')} ${known.name}`].join(' · '),
    pageOf: (page, pages) => `${say('page')} ${page} ${say('of')} ${pages}`,
    blocks: [
      { kind: 'title', text: title, under: municipality },
      { kind: 'facts', facts: aboutFacts(report) },
      ...content,
      { kind: 'heading', text: say('definitions') },
      {
        kind: 'list',
        items: definitions.map(({ number, version, name, explanation, numerator, denominator, exclusions }) => ({
          text: `${number} ${name} (${say('version').toLowerCase()} ${version})`,
          details: [
            explanation,
            `${say('numerator')}: ${numerator}`,
            `${say('denominator')}: ${denominator}`,
            ...(exclusions === null ? [] : [exclusions]),
          ],
        })),
      },
      ...lastEventBlocks(report),
    ],
  };
}

/** The answers before everything else; nothing where there is a single one. */
function inShort({ indicators, language }: FiguresReport): readonly Block[] {
  if (indicators.length < 2) return [];
  const items = indicators.map(({ sentence }) => ({ text: sentence }));
  return [
    { kind: 'heading', text: PHRASES.inShort[language] },
    { kind: 'list', items },
  ];
}

/** Explains the signs of the charts. */
export const howToRead = ({ language }: FiguresReport): Block => ({
  kind: 'paragraph',
  text: PHRASES.howToRead[language],
  letters: 'detail',
});

const sayIn =
  ({ language }: FiguresReport) =>
  (phrase: keyof typeof PHRASES): string =>
    PHRASES[phrase][language];

function aboutFacts(report: FiguresReport): readonly Fact[] {
  const { language, period, by, filters, known } = report;
  const say = sayIn(report);
  const days = [period.from, period.to].map((day) => dayInWords(day, language)).join(' – ');
  return [
    { label: say('period'), text: `${period.name} (${days})` },
    { label: say('filters'), text: filters },
    ...(by === null ? [] : [{ label: say('by'), text: by }]),
    { label: say('asOf'), text: known.name },
  ];
}

function lastEventBlocks(report: FiguresReport): readonly Block[] {
  if (report.known.lastEvent === undefined) return [];
  return [
    { kind: 'heading', text: PHRASES.lastEvent[report.language] },
    { kind: 'facts', facts: lastEventFacts(report) },
  ];
}

function lastEventFacts(report: FiguresReport): readonly Fact[] {
  const { known, language } = report;
  const say = sayIn(report);
  if (!known.lastEvent) return [{ label: say('lastEvent'), text: say('nothingKnown') }];
  return [
    { label: say('lastEvent'), text: momentInWords(known.lastEvent.at, language) },
    { label: say('eventId'), text: known.lastEvent.id },
  ];
}

/** Heading, answer, chart with its table, and the figure with its parts, as far as a figure has them. */
export function figureBlocks(report: FiguresReport, indicator: ReportedIndicator): readonly Block[] {
  const { number, name, unit, sentence, made, series, note } = indicator;
  const table = figureTable(report, indicator);
  const blocks = series ? seriesBlocks(`${sentence} ${series.signal}.`, series, unit, report.language) : [];
  return [
    {
      kind: 'heading',
      text: `${number} ${name}`,
      ...(series && blocks.length > 0 && { below: heightOfSeries(series) }),
    },
    { kind: 'paragraph', text: [sentence, made && `${made}.`].filter(Boolean).join(' '), letters: 'strong' },
    // A single row stands with the sentence; the parts of a figure come after its chart.
    ...(report.by === null ? [table, ...blocks] : [...blocks, table]),
    ...(note === null ? [] : [paragraph(note)]),
  ];
}

function figureTable(report: FiguresReport, indicator: ReportedIndicator): Block {
  const { unit, unitName, rows } = indicator;
  const say = sayIn(report);
  return {
    kind: 'table',
    columns: [
      { head: capital(report.by ?? say('figures')), width: 5 },
      { head: say('numerator'), width: 1.4, align: 'end' },
      { head: say('denominator'), width: 1.4, align: 'end' },
      { head: unit === 'per-cent' ? say('value') : `${say('value')} (${unitName})`, width: 2, align: 'end' },
    ],
    rows: rows
      .filter(({ aside }) => aside === null)
      .map((row) =>
        rowCells(
          report,
          indicator,
          row,
          rows.filter((it) => it.aside !== null && it.key === row.key),
        ),
      ),
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The figure, with its spread, the numbers beside it and the reason of a missing value below its name. */
function rowCells(
  report: FiguresReport,
  { unit }: ReportedIndicator,
  { name, numerator, denominator, value, spread, absent }: ReportedRow,
  asides: readonly ReportedRow[],
): readonly Cell[] {
  const { language } = report;
  const say = sayIn(report);
  const inWords = (number: number | null, decimals = 1) =>
    number === null ? '' : numberInWords(number, language, decimals);
  const details = [
    ...(absent ? [absent.reason] : []),
    ...(spread
      ? [
          (['mean', 'lowerQuartile', 'median', 'upperQuartile'] as const)
            .map((key) => `${say(key).toLowerCase()} ${inWords(spread[key])}`)
            .join(' · '),
        ]
      : []),
    ...asides.map((it) => `${it.aside}: ${inWords(it.numerator)} ${say('of')} ${inWords(it.denominator)}`),
  ];
  const shown = unit === 'per-cent' ? `${inWords(value, 0)} %` : inWords(value);
  return [
    { text: name, details },
    { text: inWords(numerator) },
    { text: inWords(denominator) },
    { text: absent === null ? shown : absent.isHidden ? HIDDEN_MARKER : NOTHING_MARKER },
  ];
}
