import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import { monthName } from '../../words/months.js';
import { GROUPS, type Field, type Key, type Value } from './groups.js';

const FIELDS: readonly Field[] = Object.values(GROUPS).flat();
const fieldWith = (key: Key): Field => FIELDS.find((field) => field.key === key)!;

/** «november» for 11. */
export const monthInWords = (month: number): string =>
  monthName(`2026-${String(month).padStart(2, '0')}`, currentLanguage());

/** Values of settings in words: «5 virkedager», «mandag», «august, september og oktober». */
export function useRuleWords() {
  const { t } = useTranslation('rules');
  return (key: Key, value: Value): string => {
    const field = fieldWith(key);
    if (typeof value !== 'number') return listed(value.map(monthInWords), currentLanguage());
    if (field.kind === 'weekday') return t(`weekdays.${value as 1}`);
    if (field.kind === 'hour') return t('hour', { hour: value });
    return field.kind === 'number' ? t(`measures.${field.measure}`, { count: value }) : '';
  };
}
