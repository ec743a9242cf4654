import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { longDay, longMonth } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './ladder.module.css';
import type { LadderPreview } from './ask-preview.js';

interface PreviewProps {
  readonly preview: LadderPreview;
}

/** Says what the next mail would tell, in which people would notice a change first. */
export function NextRound({ preview: { nextRound } }: PreviewProps) {
  const { t } = useTranslation('ladder');
  const { who } = useSession();
  const { on, alerts, receivers } = nextRound;
  const day = longDay(on, currentLanguage(), who.today);
  const isMore = alerts.tried > alerts.inForce;
  return (
    <Paragraph className={styles.next} data-more={isMore}>
      {t('preview.next', { day, alerts: alerts.tried, people: receivers.tried })}{' '}
      {t('preview.nextNow', { alerts: alerts.inForce, people: receivers.inForce })}
      {isMore && ` ${t('preview.more')}`}
    </Paragraph>
  );
}

/** Says what the steps would have told in the month, beside those in force. */
export function InMonth({ preview: { month, alerts, mails, receivers } }: PreviewProps) {
  const { t } = useTranslation('ladder');
  return (
    <Paragraph className={styles.words}>
      {t('preview.month', {
        month: longMonth(month, currentLanguage()),
        alerts: alerts.tried,
        mails: mails.tried,
        people: receivers.tried,
      })}{' '}
      {t('preview.monthNow', { alerts: alerts.inForce, mails: mails.inForce, people: receivers.inForce })}
    </Paragraph>
  );
}
