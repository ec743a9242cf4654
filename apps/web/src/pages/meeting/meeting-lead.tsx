import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { timeOfDay } from '../../words/dates.js';

type Meeting = Pick<Answer<'/api/meetings/{meetingId}'>, 'units' | 'kind' | 'startsAt' | 'place' | 'urgent'>;

/** Units, kind and place of the meeting, below the heading. */
export function MeetingLead({ meeting: { units, kind, startsAt, place, urgent } }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const parts = [
    listed(
      units.map(({ name }) => name),
      currentLanguage(),
    ),
    t(`kind.${kind}`),
    t('about.at', { time: timeOfDay(startsAt, currentLanguage()) }) + (place ? `, ${place}` : ''),
    urgent ? t('kind.urgent') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
