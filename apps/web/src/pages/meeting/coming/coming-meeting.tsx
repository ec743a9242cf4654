import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { lazyPart } from '../../../parts/lazy-part/lazy-part.js';
import { Page } from '../../../shell/page.js';
import { useMay, useSession } from '../../../session/session.js';
import { Loading } from '../../../parts/states/states.js';
import { daysBetween, longDay, shortDay } from '../../../words/dates.js';
import { MeetingHistory } from '../meeting-history.js';
import { MeetingLead } from '../meeting-lead.js';
import { MeetingParticipants } from './meeting-participants.js';
import { InvitationAnswers } from './invitation-answers.js';
import styles from '../meeting.module.css';

// Dialogs are loaded when they are opened.
const CancelDialog = lazyPart(async () => (await import('./cancel-dialog.js')).CancelDialog);
const NoticeDialog = lazyPart(async () => (await import('./notice-dialog.js')).NoticeDialog);
const OtherDayDialog = lazyPart(async () => (await import('./other-day-dialog.js')).OtherDayDialog);

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** A meeting that is to come: its agenda, who comes, and what can be done about it. */
export function ComingMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['coming', 'meeting']);
  const { who } = useSession();
  const language = currentLanguage();
  const mayPlan = meeting.may.includes('plan');
  const [doing, setDoing] = useState<'notice' | 'day' | 'cancel'>();
  const days = daysBetween(who.today, meeting.on);
  const called = meeting.state === 'called';
  const done = () => setDoing(undefined);
  return (
    <Page
      title={t('meeting:editor.title', { day: longDay(meeting.on, language, who.today) })}
      lead={<MeetingLead meeting={meeting} />}
      actions={
        mayPlan && (
          <>
            <Button data-size="sm" variant={called ? 'secondary' : 'primary'} onClick={() => setDoing('notice')}>
              {t(called ? 'notice.again' : 'notice.give')}
            </Button>
            <Button data-size="sm" variant="secondary" onClick={() => setDoing('day')}>
              {t(meeting.state === 'planned' ? 'otherDay.move' : 'otherDay.postpone')}
            </Button>
            <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setDoing('cancel')}>
              {t('cancel.do')}
            </Button>
          </>
        )
      }
    >
      <Paragraph className={styles.when}>
        {t('coming.in', { count: days })} · {t(`state.${meeting.state}`)}
        {meeting.reason && ` (${meeting.reason})`}
      </Paragraph>
      <Agenda meeting={meeting} />
      <MeetingParticipants meeting={meeting} />
      {called && <InvitationAnswers meetingId={meeting.meetingId} />}
      <MeetingHistory meetingId={meeting.meetingId} />
      {doing === 'notice' && <NoticeDialog meeting={meeting} onDone={done} />}
      {doing === 'day' && <OtherDayDialog meeting={meeting} onDone={done} />}
      {doing === 'cancel' && <CancelDialog meeting={meeting} onDone={done} />}
    </Page>
  );
}

/** Agenda: the text of the notice, and the open actions to follow up. */
function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['coming', 'meeting']);
  const { who } = useSession();
  const mayPlan = meeting.may.includes('plan');
  const draft = useRead(
    '/api/meetings/{meetingId}/draft',
    { path: { meetingId: meeting.meetingId } },
    { enabled: useMay('protocol.write') },
  );
  const language = currentLanguage();
  return (
    <section aria-labelledby="agenda" className={styles.part}>
      <Heading level={2} data-size="xs" id="agenda">
        {t('coming.agenda')}
      </Heading>
      {meeting.agenda && <p className={styles.agenda}>{meeting.agenda}</p>}
      {draft.isLoading && <Loading />}
      {draft.data && draft.data.openActions.length > 0 && (
        <>
          <Paragraph>{t('coming.followUp', { count: draft.data.openActions.length })}</Paragraph>
          <ul className={styles.open}>
            {draft.data.openActions.map(({ actionId, text, ownerId, dueOn }) => (
              <li key={actionId}>
                <Link to={`/tiltak/${actionId}`}>{text}</Link>
                <small>
                  {draft.data.people.find(({ personId }) => personId === ownerId)?.name} ·{' '}
                  {t('meeting:earlier.due', { day: shortDay(dueOn, language, who.today) })}
                  {dueOn < who.today && <span className={styles.late}> · {t('meeting:earlier.late')}</span>}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {!meeting.agenda && !draft.isLoading && !draft.data?.openActions.length && (
        <Paragraph>
          {t(draft.data ? 'coming.nothing' : 'coming.noAgenda')} {mayPlan && t('coming.askForMatters')}
        </Paragraph>
      )}
      {draft.data && (
        <Paragraph>
          <Link to="?utkast">{t('coming.prepare')}</Link>
        </Paragraph>
      )}
    </section>
  );
}
