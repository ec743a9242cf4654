import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { longMonth, type Day } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { monthName } from '../../words/months.js';
import { numberInWords, shareInWords } from '../../words/numbers.js';
import { schoolYearInWords } from '../../words/school-years.js';
import {
  isHidden,
  middleOf,
  type Aside,
  type Definition,
  type Figure,
  type FigureOrHidden,
  type IndicatorFigure,
  type SeriesPoint,
} from './figures.js';
import { signalInWords } from '#statistics/contract/chart';

type Unit = Definition['unit'];

/** Figures, periods and signals in the user's language. */
export function useFigureWords() {
  const { t, i18n } = useTranslation('statistics');
  return useMemo(() => {
    const language = currentLanguage();
    const value = (number: number, unit: Unit): string => {
      if (unit === 'per-cent') return shareInWords(number, 100, language)!;
      if (unit === 'number') return numberInWords(Math.round(number), language);
      const tenths = Math.round(number * 10) / 10;
      const words = numberInWords(tenths, language);
      return unit === 'mean' ? words : t(`units.${unit}`, { count: tenths, value: words });
    };
    const shown = (figure: FigureOrHidden, unit: Unit): string =>
      isHidden(figure) ? ':' : figure.value === null ? '–' : value(figure.value, unit);
    const made = (figure: Figure, measure: string, subject: IndicatorFigure['subject']): string => {
      const words = {
        part: numberInWords(Math.round(figure.numerator), language),
        whole: numberInWords(Math.round(figure.denominator), language),
        count: figure.denominator,
      };
      if (measure === 'distribution') return '';
      if (measure === 'share-of-amount') return t('ofAmount', words);
      const of = subject ?? 'case';
      if (measure === 'mean' || measure === 'per-person') return t(`per.${of}`, words);
      return measure === 'number' && figure.numerator === figure.denominator ? '' : t(`of.${of}`, words);
    };
    const named = (key: string, texts: 'periods' | 'inPeriods'): string => {
      if (key.includes('H'))
        return t(`${texts}.${key.endsWith('H1') ? 'spring' : 'autumn'}`, { year: key.slice(0, 4) });
      if (key.length !== 'YYYY-YYYY'.length) return t(`${texts}.month`, { month: longMonth(key, language) });
      const [first, last] = [Number(key.slice(0, 4)), Number(key.slice(5)) - 1];
      return first === last
        ? t(`${texts}.year`, { year: schoolYearInWords(first) })
        : t(`${texts}.years`, { first: schoolYearInWords(first), last: schoolYearInWords(last) });
    };
    return {
      /** «94 %», «2,4», «12 dager» */
      value,
      /** The figure in large: the value, or of a distribution the number that is distributed. */
      headline: (figure: FigureOrHidden, { measure, unit }: Pick<Definition, 'measure' | 'unit'>): string =>
        measure === 'distribution' && !isHidden(figure) ? value(figure.denominator, 'number') : shown(figure, unit),
      /** The value beside a line of a chart, without the unit that the card names. */
      onAxis: (number: number, unit: Unit): string =>
        unit === 'per-cent' || unit === 'number' ? value(number, unit) : value(number, 'mean'),
      /** The value, «:» where it is hidden, «–» where there is nothing to compute it from. */
      shown,
      /** «9 %» and «13 av 142» of a second number that is shown with a figure. */
      aside: (figure: FigureOrHidden, { key }: Aside): readonly [share: string, made: string] => {
        const found = isHidden(figure) ? undefined : figure.asides.find((it) => it.key === key);
        if (!found) return [':', t('hidden.word')];
        const { numerator, denominator } = found;
        const number = (it: number) => numberInWords(Math.round(it), language);
        return [
          shareInWords(numerator, denominator, language) ?? '–',
          t('of.none', { part: number(numerator), whole: number(denominator) }),
        ];
      },
      /** «82 av 87 enhetsmåneder»; nothing for a number of cases. */
      made,
      /** «Median 12 dager, halvparten mellom 8 og 17 dager» beside a mean; undefined for other figures. */
      spread: (figure: FigureOrHidden, definition: Pick<Definition, 'measure' | 'unit'>): string | undefined => {
        const found = middleOf(figure, definition);
        if (!found) return undefined;
        const [middle, upper] = [value(found.middle, definition.unit), value(found.upper, definition.unit)];
        const areOne = value(found.lower, definition.unit) === upper;
        return areOne
          ? t(`spread.${found.of}Alone`, { middle })
          : t(`spread.${found.of}`, { middle, lower: value(found.lower, 'mean'), upper });
      },
      /** «skoleåret 2026/27», «høsten 2026», «november 2026» */
      period: (key: string): string => named(key, 'periods'),
      /** «i skoleåret 2026/27», «høsten 2026», «i november 2026» */
      inPeriod: (key: string): string => named(key, 'inPeriods'),
      /** Says which signal the last finished point of a series is part of. */
      signal: (
        points: readonly SeriesPoint[],
        { improvement }: Pick<IndicatorFigure, 'improvement'>,
        { better }: Pick<Definition, 'better'>,
      ): string => {
        const hasEnoughCases = better === null || improvement?.word !== null;
        const said = signalInWords(points, improvement?.mean ?? null, hasEnoughCases);
        if ('month' in said) {
          const month = capital(monthName(said.month, language));
          return t(said.key === 'within' ? 'signal.within' : `signal.outside.${said.towards}`, { month });
        }
        if (said.key === 'tooFew') return t('signal.tooFew', { count: said.count });
        if (!('towards' in said)) return t(`signal.${said.key}`);
        return t(`signal.${said.key}.${said.towards}`, { count: 'count' in said ? said.count : 0 });
      },
    };
    // the language of the texts is that of the words
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, i18n.language]);
}
export type FigureWords = ReturnType<typeof useFigureWords>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The catalogue's text in the user's language. */
export const inLanguage = (texts: Definition['name']): string => texts[currentLanguage()];

export const isRunning = ({ to }: { readonly to: Day }, today: Day): boolean => to >= today;
