import { Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { longDay, type Day } from '../../words/dates.js';
import styles from './timeline.module.css';

/** An event as a sentence. */
export interface TimelineItem {
  readonly key: string;
  readonly on: Day;
  readonly what: string;
  /** Name of the actor; null for a system event. */
  readonly by: string | null;
  /** Note of the event. */
  readonly note: string | null;
  /** Source of the decision. */
  readonly where?: ReactNode;
}

/** Events in the given order, by day. Shared by actions, meetings and units. */
export function Timeline({
  happenings,
  label,
}: {
  readonly happenings: readonly TimelineItem[];
  /** Accessible name of the timeline. */
  readonly label: string;
}) {
  const { t } = useTranslation('timeline');
  const { who } = useSession();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {happenings.map(({ key, on, what, by, note, where }, at) => (
        <li key={key} className={styles.happening}>
          <time dateTime={on} className={styles.day} data-same={happenings[at - 1]?.on === on || undefined}>
            {longDay(on, currentLanguage(), who.today)}
          </time>
          <div className={styles.what}>
            <Paragraph>{what}</Paragraph>
            {note && <blockquote className={styles.note}>{note}</blockquote>}
            {(by ?? where) && (
              <Paragraph data-size="sm" className={styles.by}>
                {by}
                {by && where && ' · '}
                {where}
              </Paragraph>
            )}
            {!by && !where && (
              <Paragraph data-size="sm" className={styles.by}>
                {t('byItself')}
              </Paragraph>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
