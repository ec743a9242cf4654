import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { useSession } from '../../session/session.js';
import { instantInWords, longDay, shortDay } from '../../words/dates.js';
import { currentLanguage, type Language } from '../../words/language.js';
import type { ListedDigest } from './digests.js';

interface DeliveryWords {
  /** «Sendt mandag 16. november kl. 07.00» */
  readonly delivery: (digest: Pick<ListedDigest, 'on' | 'delivery'>) => string;
  /** «Sendt på nytt 18. nov.» */
  readonly resent: (days: readonly string[], language: Language) => string;
}

/** The state of a digest's mail in words. */
export function useDeliveryWords(): DeliveryWords {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  return {
    delivery({ on, delivery }) {
      const language = currentLanguage();
      if (delivery === null) return t('delivery.unknown', { day: longDay(on, language, who.today) });
      return t(`delivery.${delivery.state}`, { moment: instantInWords(delivery.at, language, who.today) });
    },
    resent: (days, language) =>
      t('resentOn', {
        days: listed([...new Set(days.map((day) => shortDay(day, language, who.today)))], language),
      }),
  };
}
