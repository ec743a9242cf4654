import type { useTranslation } from 'react-i18next';
import { longMonth } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import { schoolYearInWords } from '../../../words/school-years.js';

type T = ReturnType<typeof useTranslation<'start-reader'>>['t'];

/** «Skoleåret 2025/26», «Høsten 2026», «November 2026» */
export function periodInWords(key: string, t: T): string {
  const [year, rest] = [key.slice(0, 4), key.slice(4)];
  if (rest === 'H1') return t('periods.spring', { year });
  if (rest === 'H2') return t('periods.autumn', { year });
  if (key.length === 'YYYY-YYYY'.length) return t('periods.year', { year: schoolYearInWords(Number(year)) });
  const month = longMonth(key, currentLanguage());
  return month.charAt(0).toUpperCase() + month.slice(1);
}
