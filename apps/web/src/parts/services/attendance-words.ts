import type { Language } from '../../words/language.js';
import { shortMonth } from '../../words/dates.js';
import { shareInWords } from '../../words/numbers.js';

/** Attendance of a month in the API. */
export interface MonthCount {
  readonly month: string;
  readonly expected: number;
  readonly present: number;
  readonly deputy: number;
}

/** «nov. 80 %, okt. 90 %»: the last two months with meetings, latest first; empty without any. */
export const lastTwoMonths = (months: readonly MonthCount[], language: Language): string =>
  months
    .filter(({ expected }) => expected > 0)
    .slice(-2)
    .reverse()
    .map(
      ({ month, expected, present, deputy }) =>
        `${shortMonth(month, language)} ${shareInWords(present + deputy, expected, language)}`,
    )
    .join(', ');
