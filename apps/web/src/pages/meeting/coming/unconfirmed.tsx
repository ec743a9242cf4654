import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import type { Answer } from '../../../api/reads.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useSending } from '../../../api/use-once.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { useSession } from '../../../session/session.js';
import { ProblemLine } from '../../../parts/action-answers/problem-line.js';
import { CancelDialog } from './cancel-dialog.js';
import { OtherDayDialog } from './other-day-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import styles from '../meeting.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/**
 * For a meeting whose day has come and that nobody has confirmed: on the day, postpone or cancel it; later, report
 * whether it was held. Filing its protocol confirms it too.
 */
export function Unconfirmed({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('coming');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const mayPlan = meeting.may.includes('plan');
  const [doing, setDoing] = useState<'not-held' | 'day' | 'cancel'>();
  const params = { path: { meetingId: meeting.meetingId } };
  const hold = useSending({
    mutationFn: () =>
      answered(
        api.POST('/api/meetings/{meetingId}/held', {
          params,
          headers: asSeen(meeting),
          body: { heldOn: meeting.on },
        }),
      ),
    onSuccess: () => announce(t('unconfirmed.held')),
    onSettled: () => refetchChanged('meeting'),
  });
  if (!mayPlan) return null;
  const isToday = meeting.on === who.today;
  const done = () => setDoing(undefined);
  return (
    <section className={`${styles.part} not-on-paper`} aria-label={t('unconfirmed.label')}>
      <div className={styles.buttons}>
        {isToday ? (
          <>
            <Button data-size="sm" variant="tertiary" onClick={() => setDoing('day')}>
              {t(meeting.state === 'planned' ? 'otherDay.move' : 'otherDay.postpone')}
            </Button>
            <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setDoing('cancel')}>
              {t('cancel.do')}
            </Button>
          </>
        ) : (
          <>
            <Button data-size="sm" variant="secondary" aria-busy={hold.isPending} onClick={() => hold.mutate()}>
              {t('unconfirmed.hold')}
            </Button>
            <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setDoing('not-held')}>
              {t('held.retract')}
            </Button>
          </>
        )}
      </div>
      <ProblemLine problem={hold.error ?? undefined} />
      {doing === 'day' && <OtherDayDialog meeting={meeting} onDone={done} />}
      {doing === 'cancel' && <CancelDialog meeting={meeting} onDone={done} />}
      {doing === 'not-held' && (
        <ReasonDialog
          meeting={meeting}
          title={t('held.retract')}
          detail={t('unconfirmed.notHeldDetail')}
          submit={t('held.retract')}
          done={t('unconfirmed.notHeld')}
          send={(reason, headers) =>
            answered(api.POST('/api/meetings/{meetingId}/cancellation', { params, headers, body: { reason } }))
          }
          onDone={done}
        />
      )}
    </section>
  );
}
