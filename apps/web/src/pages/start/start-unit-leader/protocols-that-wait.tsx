import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Section } from '../../../parts/section/section.js';
import { longDay } from '../../../words/dates.js';
import styles from './start-unit-leader.module.css';

type Meeting = Answer<'/api/meetings'>['items'][number];

interface ProtocolsThatWaitProps {
  readonly unitId: string;
  /** Meetings whose day has passed and whose protocol is not filed, the latest first. */
  readonly meetings: readonly Meeting[];
  /** Number of further unfiled protocols. */
  readonly more: number;
  /** Held meetings with a late protocol. */
  readonly late: ReadonlySet<string>;
  readonly today: string;
  /** True if the first one is the page's only primary button. */
  readonly isPrimary: boolean;
}

/** Protocols to be filed: one click to the draft. Renders nothing when there are none. */
export function ProtocolsThatWait({ unitId, meetings, more, late, today, isPrimary }: ProtocolsThatWaitProps) {
  const { t } = useTranslation('start-unit-leader');
  const language = currentLanguage();
  if (meetings.length === 0) return null;
  return (
    <Section id={`waiting-${unitId}`} level={3} title={t('waiting.title', { count: meetings.length + more })}>
      <ul className={styles.waiting}>
        {meetings.map(({ meetingId, on, state }, i) => (
          <li key={meetingId} className={styles.row}>
            <div>
              <Paragraph className={styles.when}>{longDay(on, language, today)}</Paragraph>
              <Paragraph data-size="sm" className={late.has(meetingId) ? styles.late : styles.quiet}>
                {late.has(meetingId) && <ExclamationmarkTriangleIcon aria-hidden />}
                {t(late.has(meetingId) ? 'waiting.late' : state === 'held' ? 'waiting.held' : 'waiting.unconfirmed')}
              </Paragraph>
            </div>
            <Button asChild variant={isPrimary && i === 0 ? 'primary' : 'secondary'}>
              <Link to={`/moter/${meetingId}`} aria-label={t('waiting.openOf', { day: longDay(on, language, today) })}>
                {t('waiting.open')}
              </Link>
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <Link to={`/moter?enhet=${unitId}`}>{t('waiting.more', { count: more })}</Link>}
    </Section>
  );
}
