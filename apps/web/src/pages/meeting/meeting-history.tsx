import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { instantInWords } from '../../words/dates.js';
import styles from './meeting.module.css';

/** All events of the meeting, in order. */
export function MeetingHistory({ meetingId }: { readonly meetingId: string }) {
  const { t } = useTranslation('meeting');
  const { who } = useSession();
  const history = useRead('/api/meetings/{meetingId}/timeline', { path: { meetingId } });
  return (
    <Details className={`${styles.history} not-on-paper`} data-size="sm">
      <Details.Summary>{t('history.title')}</Details.Summary>
      <Details.Content>
        <Answered of={history}>
          {({ items }) => (
            <ol className={styles.events}>
              {items.map(({ revision, at, what, by, reason }) => (
                <li key={revision}>
                  <time dateTime={at}>{instantInWords(at, currentLanguage(), who.today)}</time>
                  <span>
                    {what}
                    {by && <small> · {by}</small>}
                    {reason && <q>{reason}</q>}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Answered>
      </Details.Content>
    </Details>
  );
}
