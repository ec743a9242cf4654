import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Page } from '../../../shell/page.js';
import { useSession } from '../../../session/session.js';
import { longDay } from '../../../words/dates.js';
import { MeetingHistory } from '../meeting-history.js';
import { MeetingLead } from '../meeting-lead.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** A cancelled meeting with the reason. */
export function CancelledMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['coming', 'meeting']);
  const { who } = useSession();
  const mayPlan = meeting.may.includes('plan');
  return (
    <Page
      title={t('meeting:editor.title', { day: longDay(meeting.on, currentLanguage(), who.today) })}
      lead={<MeetingLead meeting={meeting} />}
    >
      <Alert data-color="warning">
        <Heading level={2} data-size="2xs">
          {t('cancelled.title')}
        </Heading>
        {meeting.reason && <Paragraph>{t('cancelled.why', { reason: meeting.reason })}</Paragraph>}
        {mayPlan && meeting.kind === 'ordinary' && <Paragraph>{t('cancelled.what')}</Paragraph>}
      </Alert>
      <MeetingHistory meetingId={meeting.meetingId} />
    </Page>
  );
}
