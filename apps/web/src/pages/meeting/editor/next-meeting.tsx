import { Button, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { useRead } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useOnce } from '../../../api/use-once.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { longDay, timeOfDay } from '../../../words/dates.js';
import { addDays } from '../../../words/typed/days.js';
import { DateField } from '../fields/date-field.js';
import { useDraftField, useEditing } from './editing.js';
import { useFieldNotes } from './field-notes.js';
import { Section } from './section.js';
import { useDateContext } from './date-context.js';
import styles from './next-meeting.module.css';
import sectionTexts from './section-texts.module.css';

/** Next meeting, as planned or as agreed; the planned meeting is moved too if the user may. */
export function NextMeeting() {
  const { t } = useTranslation('meeting');
  const { store, unitId, meetingId, meetingOn, today } = useEditing();
  const heldOn = useDraftField('heldOn') ?? meetingOn;
  const language = currentLanguage();
  const on = useDraftField('nextMeetingOn');
  const around = useDateContext();
  const notes = useFieldNotes('nextMeetingOn');
  const { data } = useRead('/api/meetings', { query: { unitId, from: addDays(heldOn, 1), size: 5 } });
  const planned = data?.items.find((it) => it.meetingId !== meetingId && it.state !== 'cancelled');
  const mayPlan = planned?.may.includes('plan') ?? false;
  // In the protocol of an old meeting, the next one may already be held.
  const isToCome = planned !== undefined && ['planned', 'called', 'postponed'].includes(planned.state);
  return (
    <Section of="nextMeetingOn" number={5}>
      <div className={styles.next}>
        <div className={styles.nextDate}>
          <DateField
            label={t('section.nextMeetingOn')}
            place="nextMeetingOn"
            first
            value={on}
            around={around}
            faulty={notes.faulty}
            describedBy={notes.id}
            onDay={(day) => store.edit((draft) => ({ ...draft, nextMeetingOn: day }))}
          />
          {notes.notes}
        </div>
        <Paragraph className={sectionTexts.quiet}>
          {on && longDay(on, language, today)}
          {planned && planned.on === on && ` · ${t('next.asPlanned', { time: timeOfDay(planned.startsAt, language) })}`}
        </Paragraph>
      </div>
      {planned && on && planned.on !== on && <MovePlanned planned={planned} to={on} may={mayPlan && isToCome} />}
      {planned && !on && (
        <Paragraph className={sectionTexts.quiet}>
          {t('next.otherPlanned', { day: longDay(planned.on, language, today) })}
        </Paragraph>
      )}
      {data && !planned && <Paragraph className={sectionTexts.quiet}>{t('next.nonePlanned')}</Paragraph>}
    </Section>
  );
}

interface Planned {
  readonly meetingId: string;
  readonly on: string;
  readonly startsAt: string;
  readonly state: string;
  readonly revision: string;
}

function MovePlanned({ planned, to, may }: { readonly planned: Planned; readonly to: string; readonly may: boolean }) {
  const { t } = useTranslation('meeting');
  const { today } = useEditing();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const language = currentLanguage();
  const [problem, setProblem] = useState<string>();
  const once = useOnce();
  const { meetingId, startsAt, state } = planned;
  const move = async () => {
    setProblem(undefined);
    const params = { path: { meetingId } };
    const headers = asSeen(planned);
    try {
      if (state === 'planned')
        await answered(api.POST('/api/meetings/{meetingId}/move', { params, headers, body: { on: to, startsAt } }));
      else
        await answered(
          api.POST('/api/meetings/{meetingId}/postponement', {
            params,
            headers,
            body: { on: to, startsAt, reason: t('next.reason') },
          }),
        );
      announce(t('next.moved', { day: longDay(to, language, today) }));
      await refetchChanged('meeting');
    } catch (fault) {
      // The current state is shown with the refusal.
      if (isProblem(fault) && fault.isStale) await refetchChanged('meeting');
      setProblem(isProblem(fault) ? (fault.broken[0]?.detail ?? fault.detail) : t('next.failed'));
    }
  };
  return (
    <div className={styles.movePlanned}>
      <Paragraph>{t('next.otherPlanned', { day: longDay(planned.on, language, today) })}</Paragraph>
      {may && (
        <Button data-size="sm" variant="secondary" onClick={() => void once(move)}>
          {t('next.move', { day: longDay(to, language, today) })}
        </Button>
      )}
      {problem && <ValidationMessage>{problem}</ValidationMessage>}
    </div>
  );
}
