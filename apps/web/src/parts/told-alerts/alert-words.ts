import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import type { ToldAlert } from './alert-place.js';

/** Ages, steps and receivers of alerts in words. */
export function useAlertWords() {
  const { t } = useTranslation('told-alerts');
  /** Working days before (below 0), on or after the day that the alert is counted from. */
  const daysIn = (words: 'age' | 'step', days: number): string => {
    if (days === 0) return t(`${words}.same`);
    return days < 0 ? t(`${words}.before`, { count: -days }) : t(`${words}.after`, { count: days });
  };
  const namesOf = (people: readonly { readonly name: string | null }[]): string =>
    listed(
      people.map(({ name }) => name ?? t('unnamed')),
      currentLanguage(),
    );
  return {
    t,
    ageOf: (age: number) => daysIn('age', age),
    stepOf: (step: number) => daysIn('step', step),
    namesOf,
    /** «enhetsleder Kari Nordmann og koordinator Ola Vik» */
    receiversOf: (toldTo: ToldAlert['toldTo']): string =>
      listed(
        toldTo.map(({ name, as }) => t(`as.${as}`, { name: name ?? t('unnamed') })),
        currentLanguage(),
      ),
  };
}
