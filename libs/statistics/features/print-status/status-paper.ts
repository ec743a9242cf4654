import type { Language } from '#platform/identity';
import type { Block, Cell, Paper, Table } from '#platform/pdf';
import type { Texts } from '../../contract/index.js';
import { madeOf, valueInWords, type Word } from '../export-figures/answer-words.js';
import type { FiguresReport, ReportedIndicator, ReportedRow } from '../export-figures/figures-report.js';
import { HIDDEN_MARKER } from '../export-figures/figures-table.js';
import { figureBlocks, howToRead, paperWith } from '../export-figures/report-paper.js';
import { IMPROVEMENTS, PHRASES } from '../export-figures/report-words.js';
import type { StatusReport } from './print-status.query.js';
import { STATUSES } from './status-kinds.js';

const words = (nb: string, nn: string, en: string): Texts => ({ nb, nn, en });
const WORDS = {
  noWord: words('Ikke sammenlignet med før', 'Ikkje samanlikna med før', 'Not compared with before'),
  noWordWhy: words(
    'Ingen retning er bedre, eller det er for få tilfeller i måneden.',
    'Inga retning er betre, eller det er for få tilfelle i månaden.',
    'Neither direction is better, or there are too few cases a month.',
  ),
  soFar: words(
    'Perioden er ikke over. Tallene er så langt, og vokser fortsatt.',
    'Perioden er ikkje over. Tala er så langt, og veks framleis.',
    'The period is not over. The figures are so far, and still grow.',
  ),
  planAndHeld: words('Plan og gjennomføring', 'Plan og gjennomføring', 'Planned and held'),
  met: words('Møttes, av dem som skulle', 'Møttest, av dei som skulle', 'Met, of those obliged'),
  moved: words(
    'Utsatt eller avlyst, av planlagte møter',
    'Utsett eller avlyst, av planlagde møte',
    'Postponed or cancelled, of planned meetings',
  ),
  units: words('Enhet for enhet', 'Eining for eining', 'Unit by unit'),
  notRanked: words(
    'Enhetene står etter navn, ikke etter hvor godt det går.',
    'Einingane står etter namn, ikkje etter kor godt det går.',
    'The units are in the order of their names, not of how well they do.',
  ),
  assessment: words('Vurdering', 'Vurdering', 'Assessment'),
} as const satisfies Record<string, Texts>;

/** Words in the order in which the summary has them: what needs somebody first. */
const ORDER: readonly (Word | null)[] = ['worse', 'better', 'as-before', 'too-few-points', null];
const LINES_TO_WRITE = 4;
const LINES_TO_SIGN = 1;

/** A status for print: in short by word, plan and held, the units, each figure with its chart, and room for the text. */
export function statusPaper({ kind, figures, byMonth, byUnit }: StatusReport): Paper {
  const { language, period, known } = figures;
  const { title, purpose, questions } = STATUSES[kind];
  return paperWith(figures, `${title[language]}: ${period.name}`, [
    { kind: 'paragraph', text: purpose[language] },
    ...(period.to >= known.today ? [paragraph(WORDS.soFar[language])] : []),
    { kind: 'heading', text: PHRASES.inShort[language] },
    ...inShort(figures),
    { kind: 'heading', text: WORDS.planAndHeld[language] },
    planTable(byMonth),
    ...(byUnit ? unitBlocks(byUnit) : []),
    { kind: 'page' },
    { kind: 'heading', text: WORDS.assessment[language] },
    ...questions.map((question, i): Block => {
      const isLast = i === questions.length - 1;
      return { kind: 'writing', text: question[language], lines: isLast ? LINES_TO_SIGN : LINES_TO_WRITE };
    }),
    { kind: 'page' },
    howToRead(figures),
    ...figures.indicators.map(withoutEmptyChart).flatMap((indicator) => figureBlocks(figures, indicator)),
  ]);
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The answers by their word, those that became worse first. */
function inShort({ indicators, language }: FiguresReport): readonly Block[] {
  return ORDER.flatMap((word): readonly Block[] => {
    const those = indicators.filter((it) => it.word === word);
    if (those.length === 0) return [];
    const name = word === null ? WORDS.noWord : IMPROVEMENTS[word];
    return [
      { kind: 'paragraph', text: capital(name[language]), letters: 'strong' },
      ...(word === null
        ? [{ kind: 'paragraph', text: WORDS.noWordWhy[language], letters: 'detail' } satisfies Block]
        : []),
      { kind: 'list', items: those.map(summaryOf) },
    ];
  });
}

/** The answer with its numbers; where the word says that something has changed, with the signal. */
function summaryOf({ sentence, made, series, word }: ReportedIndicator): Cell {
  const signal = word === 'better' || word === 'worse' ? series?.signal : null;
  return { text: sentence, details: [[made, signal].filter(Boolean).join(' · ')].filter((it) => it !== '') };
}

/** A chart of months with one or two cases each, as of a unit, would show nothing but their number. */
const withoutEmptyChart = (indicator: ReportedIndicator): ReportedIndicator =>
  indicator.series?.hasEnoughCases === false ? { ...indicator, series: undefined } : indicator;

function planTable({ indicators, language }: FiguresReport): Table {
  const [met, moved] = indicators;
  const months = partsOf(met!);
  return {
    kind: 'table',
    isDense: true,
    columns: [
      { head: PHRASES.month[language], width: 3 },
      { head: WORDS.met[language], width: 4, align: 'end' },
      { head: WORDS.moved[language], width: 4, align: 'end' },
    ],
    rows: [...months, rowOf(met!, 'whole')!].map((row) => [
      { text: capital(row.name) },
      cellOf(row, language),
      cellOf(rowOf(moved!, row.key), language),
    ]),
  };
}

function unitBlocks({ indicators, language }: FiguresReport): readonly Block[] {
  const names = new Map(indicators.flatMap((it) => partsOf(it).map(({ key, name }) => [key, name])));
  const units = [...names].toSorted(([, a], [, b]) => a.localeCompare(b, 'nb'));
  if (units.length === 0) return [];
  return [
    { kind: 'heading', text: WORDS.units[language] },
    {
      kind: 'table',
      isDense: true,
      columns: [
        { head: PHRASES.oneUnit[language], width: 5 },
        ...indicators.map(({ name }) => ({ head: name, width: 2.4, align: 'end' as const })),
      ],
      rows: units.map(([key, name]) => [{ text: name }, ...indicators.map((it) => cellOf(rowOf(it, key), language))]),
    },
    { kind: 'paragraph', text: WORDS.notRanked[language], letters: 'detail' },
  ];
}

const partsOf = ({ rows }: ReportedIndicator) => rows.filter(({ key, aside }) => key !== 'whole' && aside === null);
const rowOf = ({ rows }: ReportedIndicator, key: string) => rows.find((row) => row.key === key && row.aside === null);

/** «94 %» above «82 av 87»; «:» where it is hidden, «–» where there is nothing to compute it from. */
function cellOf(row: ReportedRow | undefined, language: Language): Cell {
  if (!row || row.numerator === null || row.denominator === null || row.value === null)
    return { text: row?.absent?.isHidden ? HIDDEN_MARKER : '–' };
  const { numerator, denominator, value } = row;
  const made = madeOf({ numerator, denominator }, 'share', null, language);
  return { text: valueInWords(value, 'per-cent', language), details: made === null ? [] : [made] };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
