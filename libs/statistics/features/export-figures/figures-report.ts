import type { Language } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import type { UnitKind } from '#registry/contract';
import {
  indicatorWith,
  isTime,
  type Breakdown,
  type FigureUnit,
  type Indicator,
  type Spread,
} from '../../contract/index.js';
import type { FigureFilters, FiguresAnswer } from '../../read-models/figures/figures.dto.js';
import { answerInWords, madeOf, type Answered, type Word } from './answer-words.js';
import { reportedSeries, wordOf, type ReportedSeries } from './reported-series.js';
import {
  BREAKDOWN_NAMES,
  CODES,
  dayInWords,
  HIDDEN,
  IMPROVEMENTS,
  momentInWords,
  periodInWords,
  PHRASES,
  UNIT_KINDS,
  UNITS,
} from './report-words.js';

/**
 * Figures as every export shows them, in the reader's language: an export formats this and computes nothing. It is made
 * of the API's answer to the same reader, so that what is hidden there has no numbers here.
 */
export interface FiguresReport {
  readonly language: Language;
  /** «Statistikk for skoleåret 2026/27» */
  readonly title: string;
  readonly municipality: string;
  /** The municipality is fictional. */
  readonly isDemo: boolean;
  readonly period: {
    readonly key: string;
    readonly name: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  };
  readonly known: {
    /** The moment asked for; null: now. */
    readonly asOf: Date | null;
    readonly today: CalendarDate;
    /** «22. november 2026 kl. 09:00», or of today «22. november 2026 (i dag)». */
    readonly name: string;
    /** Null where nothing was known; undefined where the reader may not see it. */
    readonly lastEvent: { readonly id: string; readonly at: Date } | null | undefined;
  };
  /** «Enhet: Solbakken skole · Type: skoler» */
  readonly filters: string;
  /** The name of the figures' division; null: not divided. */
  readonly by: string | null;
  readonly indicators: readonly ReportedIndicator[];
  readonly definitions: readonly ReportedDefinition[];
}

export interface ReportedIndicator {
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly unitName: string;
  /** «bedre», of the last finished point; null where it is not divided by time. */
  readonly improvement: string | null;
  /** The word for the report's period, by the series; null without one. */
  readonly word: Word | null;
  /** «Møtedekning hittil er 94 % i skoleåret 2026/27, bedre enn før.» */
  readonly sentence: string;
  /** «82 av 87 enhetsmåneder»; null of a mere number, and where there is none. */
  readonly made: string | null;
  /** Month by month; undefined where the report was not asked for it, or the figure is not measured so. */
  readonly series: ReportedSeries | undefined;
  /** Why the parts do not add up; null where they do. */
  readonly note: string | null;
  /** The whole, then its parts, each followed by its asides. */
  readonly rows: readonly ReportedRow[];
}

export interface ReportedRow {
  /** The key of a part; `whole`. */
  readonly key: string;
  readonly name: string;
  /** Name of the number that is shown beside the figure; null: the figure itself. */
  readonly aside: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the indicator's unit. */
  readonly value: number | null;
  readonly spread: Spread | null;
  /** Why there is no value; `isHidden`: it is not shown to this reader. */
  readonly absent: { readonly isHidden: boolean; readonly reason: string } | null;
}

interface ReportedDefinition {
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly explanation: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: string | null;
}

/** Names that a report shows beside the answer, of what the question was about. */
export interface ReportContext {
  readonly language: Language;
  readonly municipality: string;
  readonly isDemo: boolean;
  readonly by: Breakdown | undefined;
  readonly filters: Pick<FigureFilters, 'kind' | 'area'>;
  /** Names of the units that the figures are limited to; null: all that the municipality has. */
  readonly units: readonly string[] | null;
  readonly service: string | null;
  /** Names of people, by id. */
  readonly people: ReadonlyMap<string, string>;
  /** The same figures by month, up to the period; left out: without charts. */
  readonly series?: FiguresAnswer['figures'];
}

type ShownIndicator = FiguresAnswer['figures'][number];
type Shown = ShownIndicator['whole'];

/** The API's answer as a report. */
export function figuresReport(answer: FiguresAnswer, context: ReportContext): FiguresReport {
  const { language, municipality, isDemo, by } = context;
  const { period, today, asOf, isProtected, anchor, figures } = answer;
  const name = periodInWords(period.key, language);
  return {
    language,
    title: `${PHRASES.statistics[language]}: ${name}`,
    municipality,
    isDemo,
    period: { ...period, name },
    known: {
      asOf: asOf === null ? null : new Date(asOf),
      today,
      name:
        asOf === null
          ? `${dayInWords(today, language)} (${PHRASES.now[language]})`
          : momentInWords(new Date(asOf), language),
      lastEvent: isProtected ? undefined : anchor && { id: anchor.eventId, at: new Date(anchor.recordedAt) },
    },
    filters: filtersInWords(context),
    by: by === undefined ? null : BREAKDOWN_NAMES[by][language],
    indicators: figures.map((figure) => reportedIndicator(figure, answer, context)),
    definitions: figures.map(({ indicator }) => definitionOf(indicator, language)),
  };
}

function filtersInWords({ language, filters: { kind, area }, units, service }: ReportContext): string {
  const said = [
    units && `${PHRASES.oneUnit[language]}: ${units.join(', ')}`,
    service && `${PHRASES.service[language]}: ${service}`,
    kind && `${PHRASES.kind[language]}: ${UNIT_KINDS[kind satisfies UnitKind][language]}`,
    area && `${PHRASES.area[language]}: ${area}`,
  ].filter((it) => it !== null && it !== undefined && it !== '');
  return said.length === 0 ? PHRASES.everything[language] : said.join(' · ');
}

function reportedIndicator(
  figure: ShownIndicator,
  { period, asOf }: FiguresAnswer,
  context: ReportContext,
): ReportedIndicator {
  const { language, by } = context;
  const definition = definedBy(figure.indicator);
  const { name, unit, measure } = definition;
  const word = figure.improvement?.word;
  const monthly = context.series?.find(({ indicator }) => indicator === figure.indicator);
  const whole = 'hidden' in figure.whole ? undefined : figure.whole;
  return {
    number: figure.indicator,
    version: figure.version,
    name: name[language],
    unit,
    unitName: UNITS[unit][language],
    improvement: word ? IMPROVEMENTS[word][language] : null,
    word: wordOf(monthly, period.key),
    sentence: answerInWords(
      {
        name: name[language],
        ...headlineOf(whole, definition),
        word: wordOf(monthly, period.key),
        period: period.key,
        isPast: asOf !== null,
      },
      language,
    ),
    made: whole && whole.value !== null ? madeOf(whole, measure, figure.subject, language) : null,
    series: monthly && reportedSeries(monthly, definition, language),
    note: by === 'unit' && !figure.additive ? PHRASES.overlap[language] : null,
    rows: [
      ...rowsOf(figure.indicator, 'whole', PHRASES.whole[language], figure.whole, language),
      ...(figure.parts ?? []).flatMap((part) =>
        rowsOf(figure.indicator, part.key, partName(part, context), part.figure, language),
      ),
    ],
  };
}

/** The value that the sentence says: of a distribution, the number that is distributed. */
const headlineOf = (
  whole: Exclude<Shown, { readonly hidden: string }> | undefined,
  { unit, measure }: Indicator,
): Pick<Answered, 'unit' | 'figure'> =>
  whole && measure === 'distribution'
    ? { unit: 'number', figure: { value: whole.denominator } }
    : { unit, figure: whole };

/** The name of a part: of a unit or a service as it was known; otherwise that of its code. */
function partName(part: { readonly key: string; readonly name: string | null }, context: ReportContext): string {
  const { by, language, people } = context;
  if (part.name !== null) return part.name;
  if (by !== undefined && isTime(by)) return periodInWords(part.key, language);
  if (by === 'person') return people.get(part.key) ?? part.key;
  return Object.hasOwn(CODES, part.key) ? CODES[part.key as keyof typeof CODES][language] : part.key;
}

function rowsOf(
  indicator: number,
  key: string,
  name: string,
  figure: Shown,
  language: Language,
): readonly ReportedRow[] {
  const none = { key, name, aside: null, numerator: null, denominator: null, value: null, spread: null };
  if ('hidden' in figure) return [{ ...none, absent: { isHidden: true, reason: HIDDEN[figure.hidden][language] } }];
  const { asides = [] } = definedBy(indicator);
  const { numerator, denominator, value, spread } = figure;
  const absent = value === null ? { isHidden: false, reason: PHRASES.nothing[language] } : null;
  return [
    { ...none, numerator, denominator, value, spread, absent },
    ...figure.asides.map((it) => ({
      ...none,
      aside: asides.find((aside) => aside.key === it.key)?.name[language] ?? it.key,
      numerator: it.numerator,
      denominator: it.denominator,
      absent: null,
    })),
  ];
}

function definitionOf(number: number, language: Language): ReportedDefinition {
  const { version, name, explanation, numerator, denominator, exclusions } = definedBy(number);
  return {
    number,
    version,
    name: name[language],
    explanation: explanation[language],
    numerator: numerator[language],
    denominator: denominator[language],
    exclusions: exclusions?.[language] ?? null,
  };
}

/** The answer has only indicators of the catalogue. */
const definedBy = (number: number) => indicatorWith(number)!;
