import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import { useSession } from '../../session/session.js';
import type { Agreement } from './agreement-answer.js';
import styles from './unit.module.css';

/** Meetings, members with their deputies, and services of an agreement. */
export function AgreedContent({ content }: { readonly content: Agreement['present'] }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const { who } = useSession();
  const { dates, members, services } = content;
  return (
    <>
      <h3 className={styles.small}>{t('agreement.meetings', { count: dates.length })}</h3>
      <ul className={styles.dates}>
        {dates.map(({ on, startsAt }) => (
          <li key={`${on} ${startsAt}`}>
            {t('next.at', { day: longDay(on, language, who.today), time: timeOfDay(startsAt, language) })}
          </li>
        ))}
      </ul>
      <h3 className={styles.small}>{t('agreement.members')}</h3>
      <ul className={styles.plain}>
        {members.map(({ personId, name, title, deputyName }) => (
          <li key={personId}>
            {name} {title && <span className={styles.quiet}>{title}</span>}
            <div className={styles.quiet}>
              {deputyName === null ? t('agreement.noDeputy') : t('standing.deputyIs', { name: deputyName })}
            </div>
          </li>
        ))}
      </ul>
      <h3 className={styles.small}>{t('services.title')}</h3>
      <ul className={styles.plain}>
        {services.map(({ serviceId, name, mustAttend }) => (
          <li key={serviceId}>
            {name} <span className={styles.quiet}>{t(mustAttend ? 'services.must' : 'services.may')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
