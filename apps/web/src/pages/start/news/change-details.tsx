import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { inNorway, shortDay, timeOfDay } from '../../../words/dates.js';
import styles from './news.module.css';

interface ChangeDetailsProps {
  readonly by: readonly string[];
  readonly at: string;
  readonly reason?: string | null;
}

/** Reason if given, person and time: the hour for today, otherwise the day. */
export function ChangeDetails({ by, at, reason = null }: ChangeDetailsProps) {
  const { t } = useTranslation('news');
  const { who } = useSession();
  const language = currentLanguage();
  const { day, time } = inNorway(at);
  const when = day === who.today ? t('today', { time: timeOfDay(time, language) }) : shortDay(day, language, who.today);
  const [last, ...others] = by;
  const names = others.length === 0 ? last : t('byMore', { name: last, count: others.length });
  return (
    <Paragraph data-size="sm" className={styles.quiet}>
      {reason !== null && <span className={styles.reason}>«{reason}» · </span>}
      {[names, when].filter(Boolean).join(', ')}
    </Paragraph>
  );
}
