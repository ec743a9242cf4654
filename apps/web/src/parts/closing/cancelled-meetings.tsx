import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { useRead, type Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { ProblemLine } from '../action-answers/problem-line.js';
import { useAnnounce } from '../announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { longDay } from '../../words/dates.js';
import styles from './closing.module.css';

type Cancelled = Answer<'/api/units/{unitId}/closing'>['cancelled'][number];

/** Meetings that were cancelled for a closure that no longer stands, and the way to plan all of them again. */
export function CancelledMeetings({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('closing');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [isTold, setTold] = useState('');
  const cancelled = useRead('/api/units/{unitId}/closing', { path: { unitId } }).data?.cancelled ?? [];
  const planAgain = useSending({
    mutationFn: async () => {
      const planned: boolean[] = [];
      // one after another: two of them may want the same hour
      for (const meeting of cancelled) planned.push(await isPlanned(meeting, t('again.reason')));
      const count = planned.filter(Boolean).length;
      const left = planned.length - count;
      const message = [t('again.done', { count }), left > 0 && t('again.left', { count: left })]
        .filter(Boolean)
        .join(' ');
      setTold(message);
      announce(message);
    },
    // also when the line was lost halfway: what has been planned is listed no more
    onSettled: () => refetchChanged('meeting', 'unit'),
  });
  if (cancelled.length === 0) return isTold ? <Paragraph>{isTold}</Paragraph> : null;
  return (
    <>
      <div>
        {t('again.cancelled', { count: cancelled.length })}
        <ul>
          {cancelled.map(({ meetingId, on }) => (
            <li key={meetingId}>
              <Link to={`/moter/${meetingId}`}>{longDay(on, currentLanguage(), who.today)}</Link>
            </li>
          ))}
        </ul>
      </div>
      {isTold && <Paragraph>{isTold}</Paragraph>}
      <ProblemLine problem={planAgain.error ?? undefined} />
      <div className={styles.buttons}>
        <Button variant="secondary" data-size="sm" onClick={() => planAgain.mutate()}>
          {t('again.plan')}
        </Button>
      </div>
    </>
  );
}

/** A meeting of its own: the cancelled one stays as it is. False where the day or the hour is no longer free. */
async function isPlanned({ meetingId: _, ...meeting }: Cancelled, reason: string): Promise<boolean> {
  try {
    const why = meeting.kind === 'extraordinary' ? { reason } : {};
    await answered(api.POST('/api/meetings', { body: { ...meeting, unitIds: [...meeting.unitIds], ...why } }));
    return true;
  } catch (fault) {
    if (!isProblem(fault) || fault.isOffline) throw fault;
    return false;
  }
}
