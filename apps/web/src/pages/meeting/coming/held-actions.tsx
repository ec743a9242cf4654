import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import type { Answer } from '../../../api/reads.js';
import { ReasonDialog } from './reason-dialog.js';
import { Unconfirmed } from './unconfirmed.js';
import styles from '../meeting.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** For a meeting whose day has come and that has no protocol: what is known of it, and what may be done about it. */
export function HeldActions({ meeting }: { readonly meeting: Meeting }) {
  if (meeting.state === 'held' || meeting.state === 'lost') return <WithoutItsProtocol meeting={meeting} />;
  if (meeting.state === 'filed' || meeting.state === 'cancelled') return null;
  return <Unconfirmed meeting={meeting} />;
}

function WithoutItsProtocol({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('coming');
  const mayPlan = meeting.may.includes('plan');
  const mayDeclareLost = meeting.may.includes('declare-lost');
  const [doing, setDoing] = useState<'retract' | 'lose'>();
  const params = { path: { meetingId: meeting.meetingId } };
  const done = () => setDoing(undefined);
  return (
    <section className={`${styles.part} not-on-paper`} aria-label={t('held.label')}>
      {meeting.state === 'lost' && (
        <Alert data-color="info">
          <Heading level={2} data-size="2xs">
            {t('held.lost')}
          </Heading>
          {meeting.reason && <Paragraph>{t('held.lostWhy', { reason: meeting.reason })}</Paragraph>}
          <Paragraph>{t('held.lostDetail')}</Paragraph>
        </Alert>
      )}
      <div className={styles.buttons}>
        {mayPlan && (
          <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setDoing('retract')}>
            {t('held.retract')}
          </Button>
        )}
        {mayDeclareLost && meeting.state === 'held' && (
          <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setDoing('lose')}>
            {t('held.lose')}
          </Button>
        )}
      </div>
      {doing === 'retract' && (
        <ReasonDialog
          meeting={meeting}
          title={t('held.retractTitle')}
          detail={t('held.retractDetail')}
          submit={t('held.retract')}
          done={t('held.retracted')}
          send={(reason, headers) =>
            answered(api.POST('/api/meetings/{meetingId}/held-retraction', { params, headers, body: { reason } }))
          }
          onDone={done}
        />
      )}
      {doing === 'lose' && (
        <ReasonDialog
          meeting={meeting}
          title={t('held.loseTitle')}
          detail={t('held.loseDetail')}
          submit={t('held.lose')}
          done={t('held.lost')}
          send={(reason, headers) =>
            answered(api.POST('/api/meetings/{meetingId}/protocol-loss', { params, headers, body: { reason } }))
          }
          onDone={done}
        />
      )}
    </section>
  );
}
