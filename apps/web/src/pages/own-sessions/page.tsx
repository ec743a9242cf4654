import { Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { Answered } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { EndOthers } from './end-others.js';
import styles from './own-sessions.module.css';
import { SessionRow } from './session-row.js';

/** Lists the user's sessions with device and times, and ends one of them or all others. */
export function Component() {
  const { t } = useTranslation('own-sessions');
  const sessions = useRead('/api/sessions');
  const refetchChanged = useRefetchChanged();
  const list = useRef<HTMLUListElement>(null);
  const [done, setDone] = useState('');
  const inWords = (minutes: number) =>
    minutes % 60 === 0 ? t('time.hours', { count: minutes / 60 }) : t('time.minutes', { count: minutes });
  const ended = async (words: string) => {
    await refetchChanged('session');
    setDone(words);
    // The pressed button is gone with its row.
    list.current?.focus();
  };
  return (
    <Page title={t('title')}>
      <Answered of={sessions}>
        {({ items, idleMinutes, hours }) => (
          <div className={styles.page}>
            <Paragraph>{t('what')}</Paragraph>
            <ul ref={list} tabIndex={-1} className={styles.list} aria-label={t('list')}>
              {items.map((session) => (
                <SessionRow
                  key={session.sessionId}
                  session={session}
                  onEnded={(device) => ended(t('ended', { device }))}
                />
              ))}
            </ul>
            <Paragraph role="status">{done}</Paragraph>
            {items.length > 1 ? (
              <EndOthers onEnded={() => ended(t('others.done'))} />
            ) : (
              <Paragraph className={styles.quiet}>{t('others.none')}</Paragraph>
            )}
            <Paragraph className={styles.quiet}>
              {t('limits', { idle: inWords(idleMinutes), most: inWords(hours * 60) })}
            </Paragraph>
          </div>
        )}
      </Answered>
    </Page>
  );
}
