import { Alert } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Page } from '../../../shell/page.js';
import { useSession } from '../../../session/session.js';
import { longDay } from '../../../words/dates.js';
import { MeetingHistory } from '../meeting-history.js';
import { MeetingLead } from '../meeting-lead.js';
import { HeldActions } from './held-actions.js';
import { MeetingParticipants } from './meeting-participants.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** A meeting for users who may neither write nor read its protocol: time, units, participants. */
export function WithoutProtocol({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['coming', 'meeting']);
  const { who } = useSession();
  return (
    <Page
      title={t('meeting:editor.title', { day: longDay(meeting.on, currentLanguage(), who.today) })}
      lead={<MeetingLead meeting={meeting} />}
    >
      {meeting.state !== 'lost' && <Alert data-color="info">{t(`without.${wordsOf(meeting, who.today)}`)}</Alert>}
      <HeldActions meeting={meeting} />
      <MeetingParticipants meeting={meeting} />
      <MeetingHistory meetingId={meeting.meetingId} />
    </Page>
  );
}

const wordsOf = ({ state, on }: Meeting, today: string) => {
  if (state === 'filed') return 'filed';
  return state !== 'held' && on < today ? 'unconfirmed' : 'waiting';
};
