import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Section } from '../../../parts/section/section.js';
import { daysBetween, longDay, timeOfDay } from '../../../words/dates.js';
import styles from './start-unit-leader.module.css';

interface NextMeetingProps {
  readonly unitId: string;
  readonly meeting: Answer<'/api/units/{unitId}/overview'>['nextMeeting'];
  readonly today: string;
  /** True when the unit joins another's meetings: the host plans. */
  readonly isGuest: boolean;
  /** True when this is the page's only primary button. */
  readonly isPrimary: boolean;
}

/** «onsdag 9. desember kl. 12.30, om 17 dager», and the agenda; on the day itself the protocol. */
export function NextMeeting({ unitId, meeting, today, isGuest, isPrimary }: NextMeetingProps) {
  const { t } = useTranslation('start-unit-leader');
  const language = currentLanguage();
  if (!meeting)
    return (
      <Section id={`next-${unitId}`} level={3} title={t('next.title')}>
        <Paragraph>{isGuest ? t('next.guest') : t('next.none')}</Paragraph>
        {!isGuest && <Link to="/arsplan">{t('next.plan')}</Link>}
      </Section>
    );
  const { meetingId, on, startsAt, place, state } = meeting;
  const away = daysBetween(today, on);
  const isToday = away === 0;
  const when = t('next.when', { day: longDay(on, language, today), time: timeOfDay(startsAt, language) });
  return (
    <Section id={`next-${unitId}`} level={3} title={t('next.title')}>
      <div className={styles.row}>
        <div>
          <Paragraph className={styles.when}>
            {when}
            <span className={styles.away}>{isToday ? t('next.today') : t('next.away', { count: away })}</span>
          </Paragraph>
          <Paragraph data-size="sm" className={styles.quiet}>
            {[place, t(`next.states.${state}`)].filter(Boolean).join(' · ')}
          </Paragraph>
        </div>
        <Button asChild variant={isToday && isPrimary ? 'primary' : 'secondary'}>
          <Link to={`/moter/${meetingId}`}>{isToday ? t('next.protocol') : t('next.agenda')}</Link>
        </Button>
      </div>
    </Section>
  );
}
