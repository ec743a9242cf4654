import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../frame/language.js';
import { Answered } from '../../frame/states.js';
import { longDay, type Day } from '../../words/dates.js';
import styles from './unit.module.css';

/** What closing the unit after a day leaves behind: shown before it is decided, and as long as something is left. */
export function LeftBehind({ unitId, lastDay }: { readonly unitId: string; readonly lastDay: Day }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const left = useRead(
    '/api/units/{unitId}/closing',
    { path: { unitId }, query: { on: lastDay } },
    { keepWhileAsking: true },
  );
  return (
    <Answered of={left}>
      {({ meetings, actions, roles, guests }) => (
        <ul className={styles.plain}>
          {meetings.length > 0 && (
            <li>
              {t('closing.left.meetings', { count: meetings.length })}
              <ul>
                {meetings.map(({ meetingId, on }) => (
                  <li key={meetingId}>
                    <Link to={`/moter/${meetingId}`}>{longDay(on, language, lastDay)}</Link>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {actions.length > 0 && (
            <li>
              {t('closing.left.actions', { count: actions.length })}
              <ul>
                {actions.map(({ actionId, text, owner }) => (
                  <li key={actionId}>
                    <Link to={`/tiltak/${actionId}`}>{text}</Link>
                    {owner && <span className={styles.quiet}> {owner}</span>}
                  </li>
                ))}
              </ul>
            </li>
          )}
          {roles.length > 0 && (
            <li>
              {t('closing.left.roles', { count: roles.length })}
              <ul>
                {roles.map(({ personId, name, role }) => (
                  <li key={`${personId} ${role}`}>{name}</li>
                ))}
              </ul>
            </li>
          )}
          {guests.length > 0 && (
            <li>
              {t('closing.left.guests', { count: guests.length })}
              <ul>
                {guests.map((guest) => (
                  <li key={guest.unitId}>
                    <Link to={`/enheter/${guest.unitId}`}>{guest.name}</Link>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {meetings.length + actions.length + roles.length + guests.length === 0 && (
            <li>
              <Paragraph className={styles.quiet}>{t('closing.left.nothing')}</Paragraph>
            </li>
          )}
        </ul>
      )}
    </Answered>
  );
}
