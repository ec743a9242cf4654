import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useMay, useSession } from '../../../session/session.js';
import { shortDay } from '../../../words/dates.js';
import styles from './reminders.module.css';

type UnitAlert = Answer<'/api/reminders'>['items'][number]['matters'][number];

/** Reminders by the coordinator; nothing when there are none. Part of the start page of unit leaders. */
export function Reminders() {
  const mayRead = useMay('reminders.read');
  const { data } = useRead('/api/reminders', {}, { enabled: mayRead });
  const { t } = useTranslation('reminders');
  const { who } = useSession();
  const language = currentLanguage();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="reminders" className={styles.reminders}>
      <Heading level={2} data-size="2xs" id="reminders">
        {t('title')}
      </Heading>
      <ul className={styles.list}>
        {data.items.map(({ id, unit, by, on, note, matters }) => (
          <li key={id}>
            {matters.map((alert) => (
              <Paragraph key={alert.id}>
                <Link to={placeOf(alert)}>{alert.about ?? unit.name}</Link>:{' '}
                {alert.owner?.name && alert.owner.personId !== who.personId && `${alert.owner.name}. `}
                {alert.text}
              </Paragraph>
            ))}
            {note && <blockquote className={styles.note}>{note}</blockquote>}
            <Paragraph data-size="sm" className={styles.from}>
              {by === null
                ? t('fromNobody', { day: shortDay(on, language, who.today) })
                : t('from', { name: by, day: shortDay(on, language, who.today) })}
            </Paragraph>
          </li>
        ))}
      </ul>
      <Paragraph data-size="sm" className={styles.from}>
        {t('gone')}
      </Paragraph>
    </section>
  );
}

/** Page to resolve it: the action, the meeting, or the unit of the month. */
function placeOf({ kind, subjectId }: UnitAlert): string {
  if (kind === 'month-missing') return `/enheter/${subjectId.split('/')[0]}`;
  return kind === 'protocol-late' || kind === 'meeting-unconfirmed' ? `/moter/${subjectId}` : `/tiltak/${subjectId}`;
}
