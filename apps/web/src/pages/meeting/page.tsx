import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Answered, Loading, ProblemShown } from '../../parts/states/states.js';
import { longDay } from '../../words/dates.js';
import { FiledMeeting } from './filed/stage.js';
import { CancelledMeeting, ComingMeeting, Editor, WithoutProtocol } from './stages.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** A meeting at one URL for its whole life: agenda, protocol draft, filed protocol. */
export function Component() {
  const { t } = useTranslation('meeting');
  const { meetingId = '' } = useParams();
  const meeting = useRead('/api/meetings/{meetingId}', { path: { meetingId } });
  const waiting = (
    <Page title={t('page.title')}>
      {meeting.error ? <ProblemShown problem={meeting.error} onAgain={() => void meeting.refetch()} /> : <Loading />}
    </Page>
  );
  if (!meeting.data) return waiting;
  return <OneMeeting meeting={meeting.data} waiting={waiting} />;
}

/** URL parameter for starting the protocol before its day. */
const EARLY = 'utkast';

interface OneMeetingProps {
  readonly meeting: Meeting;
  readonly waiting: ReactNode;
}

function OneMeeting({ meeting, waiting }: OneMeetingProps) {
  const { who } = useSession();
  const [search] = useSearchParams();
  if (meeting.state === 'cancelled') return <CancelledMeeting meeting={meeting} waiting={waiting} />;
  if (meeting.state === 'filed') return <FiledMeeting meeting={meeting} waiting={waiting} />;
  if (meeting.state !== 'held' && meeting.on > who.today && !search.has(EARLY))
    return <ComingMeeting meeting={meeting} waiting={waiting} />;
  return <Writing key={`${meeting.meetingId} ${who.personId}`} meeting={meeting} />;
}

function Writing({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const { who } = useSession();
  const mayWrite = useMay('protocol.write');
  // concurrently with the draft
  useEffect(() => {
    if (mayWrite) void Editor.fetch().catch(() => undefined);
  }, [mayWrite]);
  const draft = useRead(
    '/api/meetings/{meetingId}/draft',
    { path: { meetingId: meeting.meetingId } },
    // From here on the editor itself keeps the draft up to date.
    { staleTime: Infinity, enabled: mayWrite },
  );
  const waiting = (
    <Page title={t('editor.title', { day: longDay(meeting.on, currentLanguage(), who.today) })}>
      {draft.data ? <Loading /> : <Answered of={draft}>{() => null}</Answered>}
    </Page>
  );
  if (!mayWrite || (draft.error?.isNotForYou && !draft.data))
    return <WithoutProtocol meeting={meeting} waiting={waiting} />;
  if (!draft.data) return waiting;
  return <Editor meeting={meeting} first={draft.data} waiting={waiting} />;
}
