import type { CalendarDate } from '#platform/kernel';
import type { FiguresReport, ReportedIndicator, ReportedRow } from './figures-report.js';
import { PHRASES } from './report-words.js';

/** A value in a table: a day and a moment stay what they are, so that a spreadsheet can sort by them. */
export type ExportedCell = string | number | { readonly day: CalendarDate } | { readonly moment: Date } | null;
export interface ExportedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ExportedCell[])[];
}

/** Stands in place of a hidden value. */
export const HIDDEN_MARKER = ':';

type Column = readonly [
  keyof typeof PHRASES,
  (report: FiguresReport, indicator: ReportedIndicator, row: ReportedRow) => ExportedCell,
];
const COLUMNS: readonly Column[] = [
  ['number', (_, { number }) => number],
  ['version', (_, { version }) => version],
  ['indicator', (_, { name }) => name],
  ['period', ({ period }) => period.name],
  ['from', ({ period }) => ({ day: period.from })],
  ['to', ({ period }) => ({ day: period.to })],
  ['by', ({ by }) => by],
  ['code', (_, __, { key }) => key],
  ['name', (_, __, { name }) => name],
  ['aside', (_, __, { aside }) => aside],
  ['numerator', (_, __, { numerator }) => numerator],
  ['denominator', (_, __, { denominator }) => denominator],
  ['value', (_, __, { value, absent }) => (absent?.isHidden ? HIDDEN_MARKER : value)],
  ['unit', (_, { unitName }) => unitName],
  ['mean', (_, __, { spread }) => spread?.mean ?? null],
  ['lowerQuartile', (_, __, { spread }) => spread?.lowerQuartile ?? null],
  ['median', (_, __, { spread }) => spread?.median ?? null],
  ['upperQuartile', (_, __, { spread }) => spread?.upperQuartile ?? null],
  ['improvement', (_, { improvement }, { key, aside }) => (key === 'whole' && aside === null ? improvement : null)],
  ['absent', (_, __, { absent }) => absent?.reason ?? null],
  ['filters', ({ filters }) => filters],
  ['asOf', ({ known: { asOf, today } }) => (asOf ? { moment: asOf } : { day: today })],
  ['lastEvent', ({ known: { lastEvent } }) => (lastEvent ? { moment: lastEvent.at } : null)],
  ['eventId', ({ known: { lastEvent } }) => lastEvent?.id ?? null],
];

/** All figures of a report as one table: each row says all that it is about. */
export const figuresTable = (report: FiguresReport): ExportedTable => ({
  headings: COLUMNS.map(([phrase]) => PHRASES[phrase][report.language]),
  rows: report.indicators.flatMap((indicator) =>
    indicator.rows.map((row) => COLUMNS.map(([, cell]) => cell(report, indicator, row))),
  ),
});

/** The definitions of a report's figures. */
export const definitionsTable = ({ definitions, language }: FiguresReport): ExportedTable => ({
  headings: (['number', 'version', 'name', 'explanation', 'numerator', 'denominator', 'exclusions'] as const).map(
    (phrase) => PHRASES[phrase][language],
  ),
  rows: definitions.map(({ number, version, name, explanation, numerator, denominator, exclusions }) => [
    number,
    version,
    name,
    explanation,
    numerator,
    denominator,
    exclusions,
  ]),
});

/** The whole report's facts: a label and what it says. */
export function aboutTable({ language, title, municipality, period, by, filters, known, isDemo }: FiguresReport) {
  const say = (phrase: keyof typeof PHRASES) => PHRASES[phrase][language];
  const rows: (readonly [string, ExportedCell])[] = [
    [say('municipality'), municipality],
    [say('period'), period.name],
    [say('from'), { day: period.from }],
    [say('to'), { day: period.to }],
    ...(by === null ? [] : [[say('by'), by] as const]),
    [say('filters'), filters],
    [say('asOf'), known.asOf ? { moment: known.asOf } : { day: known.today }],
    ...(known.lastEvent === null ? [[say('lastEvent'), say('nothingKnown')] as const] : []),
    ...(known.lastEvent
      ? [[say('lastEvent'), { moment: known.lastEvent.at }] as const, [say('eventId'), known.lastEvent.id] as const]
      : []),
    ...(isDemo ? [[say('demoMark'), say('demo')] as const] : []),
  ];
  return { headings: [title, ''], rows } satisfies ExportedTable;
}
