import type { Language } from '#platform/identity';
import type { Figure, FigureUnit, Measure, SubjectKind, Texts } from '../../contract/index.js';
import type { ChartPoint, ChartSignal, SignalInWords } from '../../contract/chart/index.js';
import { inPeriodInWords, numberInWords, periodInWords, PHRASES, UNITS } from './report-words.js';

// Sentences of printed documents, as the pages say them: a template for each word, never generated prose.

export type Word = 'better' | 'worse' | 'as-before' | 'too-few-points';

const words = (nb: string, nn: string, en: string): Texts => ({ nb, nn, en });
const { of: OF } = PHRASES;
const IS = words('er', 'er', 'is');
const WAS = words('var', 'var', 'was');
const AFTER: Readonly<Record<'is' | 'was', Readonly<Record<Word, Texts>>>> = {
  is: {
    better: words(', bedre enn før.', ', betre enn før.', ', better than before.'),
    worse: words(', dårligere enn før.', ', dårlegare enn før.', ', worse than before.'),
    'as-before': words(', som før.', ', som før.', ', as before.'),
    'too-few-points': words(
      '. Det er for få målinger til å si om det er bedre enn før.',
      '. Det er for få målingar til å seie om det er betre enn før.',
      '. There are too few points to say whether that is better than before.',
    ),
  },
  was: {
    better: words(', bedre enn før.', ', betre enn før.', ', better than before.'),
    worse: words(', dårligere enn før.', ', dårlegare enn før.', ', worse than before.'),
    'as-before': words(', som før.', ', som før.', ', as before.'),
    'too-few-points': words(
      '. Det var for få målinger til å si om det var bedre enn før.',
      '. Det var for få målingar til å seie om det var betre enn før.',
      '. There were too few points to say whether that was better than before.',
    ),
  },
};
const IS_HIDDEN = words('er skjult.', 'er skjult.', 'is hidden.');
const NOTHING = (when: string) =>
  words(
    `det er ingenting å regne av ${when} ennå.`,
    `det er ingenting å rekne av ${when} enno.`,
    `there is nothing to compute it from ${when} yet.`,
  );

export interface Answered {
  readonly name: string;
  readonly unit: FigureUnit;
  /** Undefined where it is hidden. */
  readonly figure: Pick<Figure, 'value'> | undefined;
  readonly word: Word | null;
  /** The period's key. */
  readonly period: string;
  /** True where the past is shown, which the sentence speaks of. */
  readonly isPast: boolean;
}

/** «Møtedekning hittil er 94 % i skoleåret 2026/27, bedre enn før.» */
export function answerInWords({ name, unit, figure, word, period, isPast }: Answered, language: Language): string {
  if (!figure) return `${name} ${IS_HIDDEN[language]}`;
  const when = inPeriodInWords(period, language);
  if (figure.value === null) return `${name}: ${NOTHING(when)[language]}`;
  const tense = isPast ? 'was' : 'is';
  const verb = (isPast ? WAS : IS)[language];
  const after = word ? AFTER[tense][word][language] : '.';
  return `${name} ${verb} ${valueInWords(figure.value, unit, language)} ${when}${after}`;
}

/** «94 %», «2,4», «12 dager» */
export function valueInWords(value: number, unit: FigureUnit, language: Language): string {
  if (unit === 'per-cent') return `${numberInWords(value, language, 0)} %`;
  if (unit === 'number') return numberInWords(value, language, 0);
  const number = numberInWords(value, language, 1);
  return unit === 'mean' ? number : `${number} ${UNITS[unit][language]}`;
}

type Nouns = Readonly<Record<SubjectKind, readonly [one: Texts, other: Texts]>>;
const NOUNS: Nouns = {
  unit: [words('enhet', 'eining', 'unit'), words('enheter', 'einingar', 'units')],
  'unit-month': [
    words('enhetsmåned', 'einingsmånad', 'unit-month'),
    words('enhetsmåneder', 'einingsmånader', 'unit-months'),
  ],
  meeting: [words('møte', 'møte', 'meeting'), words('møter', 'møte', 'meetings')],
  protocol: [words('protokoll', 'protokoll', 'protocol'), words('protokoller', 'protokollar', 'protocols')],
  action: [words('tiltak', 'tiltak', 'action'), words('tiltak', 'tiltak', 'actions')],
  person: [words('person', 'person', 'person'), words('personer', 'personar', 'people')],
};

const PER = words('på', 'på', 'in');

/** «82 av 87 enhetsmåneder», «130 på 82 møter»; null of a mere number, and of parts that are shares of all. */
export function madeOf(
  figure: Pick<Figure, 'numerator' | 'denominator'>,
  measure: Measure,
  of: SubjectKind | null,
  language: Language,
): string | null {
  const { numerator, denominator } = figure;
  if (measure === 'distribution' || (measure === 'number' && numerator === denominator)) return null;
  const isPer = measure === 'mean' || measure === 'per-person';
  const noun = of === null || measure === 'share-of-amount' ? '' : ` ${NOUNS[of][denominator === 1 ? 0 : 1][language]}`;
  const [part, whole] = [numerator, denominator].map((number) => numberInWords(number, language, 1));
  return `${part} ${(isPer ? PER : OF)[language]} ${whole}${noun}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const monthName = (month: string, language: Language) => capital(periodInWords(month, language));

/**
 * Says which signal the last finished point of a series is part of: «Sju måneder på rad over midtlinjen» with the
 * number.
 */
export function signalSentence(said: SignalInWords, language: Language): string {
  switch (said.key) {
    case 'none':
      return words('Ingen målinger ennå', 'Ingen målingar enno', 'No points yet')[language];
    case 'fewCases':
      return words(
        'For få tilfeller i måneden til å si bedre eller dårligere',
        'For få tilfelle i månaden til å seie betre eller dårlegare',
        'Too few cases a month to say better or worse',
      )[language];
    case 'tooFew': {
      const { count } = said;
      return words(
        `${count} av 12 målinger som trengs for grenser`,
        `${count} av 12 målingar som trengst for grenser`,
        `${count} of the 12 points needed for limits`,
      )[language];
    }
    case 'within': {
      const month = monthName(said.month, language);
      return words(`${month} er innenfor grensene`, `${month} er innanfor grensene`, `${month} is within the limits`)[
        language
      ];
    }
    case 'outside': {
      const month = monthName(said.month, language);
      return said.towards === 'higher'
        ? words(`${month} er over øvre grense`, `${month} er over øvre grense`, `${month} is above the upper limit`)[
            language
          ]
        : words(
            `${month} er under nedre grense`,
            `${month} er under nedre grense`,
            `${month} is below the lower limit`,
          )[language];
    }
    case 'run': {
      const { count } = said;
      return said.towards === 'higher'
        ? words(
            `${count} måneder på rad over midtlinjen`,
            `${count} månader på rad over midtlinja`,
            `${count} months in a row above the centre line`,
          )[language]
        : words(
            `${count} måneder på rad under midtlinjen`,
            `${count} månader på rad under midtlinja`,
            `${count} months in a row below the centre line`,
          )[language];
    }
    case 'trend': {
      const { count } = said;
      return said.towards === 'higher'
        ? words(`${count} måneder på rad stiger`, `${count} månader på rad stig`, `${count} months in a row rise`)[
            language
          ]
        : words(`${count} måneder på rad synker`, `${count} månader på rad søkk`, `${count} months in a row fall`)[
            language
          ];
    }
    case 'outerThird':
      return said.towards === 'higher'
        ? words(
            'To av de siste tre månedene er nær øvre grense',
            'To av dei siste tre månadene er nær øvre grense',
            'Two of the last three months are near the upper limit',
          )[language]
        : words(
            'To av de siste tre månedene er nær nedre grense',
            'To av dei siste tre månadene er nær nedre grense',
            'Two of the last three months are near the lower limit',
          )[language];
  }
}

const SIGNALS: Readonly<Record<ChartSignal['kind'], Readonly<Record<ChartSignal['towards'], Texts>>>> = {
  outside: {
    higher: words('over grensen', 'over grensa', 'above the limit'),
    lower: words('under grensen', 'under grensa', 'below the limit'),
  },
  run: {
    higher: words('på rad over', 'på rad over', 'in a row above'),
    lower: words('på rad under', 'på rad under', 'in a row below'),
  },
  'outer-third': {
    higher: words('nær øvre', 'nær øvre', 'near the upper'),
    lower: words('nær nedre', 'nær nedre', 'near the lower'),
  },
  trend: {
    higher: words('stiger på rad', 'stig på rad', 'rises in a row'),
    lower: words('synker på rad', 'søkk på rad', 'falls in a row'),
  },
};
const SO_FAR = words('så langt', 'så langt', 'so far');
const BASELINE = words('grunnlag', 'grunnlag', 'baseline');

/** The remark about a point in a table: its first signal, that it is not finished, or that it is of the baseline. */
export function signOf({ signals: [signal], isFinished, isBaseline }: ChartPoint, language: Language): string | null {
  if (!isFinished) return SO_FAR[language];
  // The printed font has no diamond.
  if (signal) return `signal: ${SIGNALS[signal.kind][signal.towards][language]}`;
  return isBaseline ? BASELINE[language] : null;
}
