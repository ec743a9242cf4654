import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { FilePdfIcon, PencilWritingIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { read, useRead, type Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Page } from '../../../shell/page.js';
import { useSession } from '../../../session/session.js';
import { Answered, Loading } from '../../../parts/states/states.js';
import { longDay } from '../../../words/dates.js';
import type { ServerAnswer } from '../editor/editing.js';
import { BegunCorrection } from './begun-correction.js';
import { UnsavedText } from './unsaved-text.js';
import { MeetingHistory } from '../meeting-history.js';
import { MeetingLead } from '../meeting-lead.js';
import { ProtocolDocument } from './protocol-document.js';
import { VersionChanges } from './version-changes.js';
import { Editor, WithoutProtocol } from '../stages.js';
import styles from './filed.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;
type Protocol = Answer<'/api/meetings/{meetingId}/protocol'>;

/** A filed protocol: locked, readable and printable; corrected with a reason, and both versions stay readable. */
export function FiledMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['filed', 'meeting']);
  const { who } = useSession();
  const [search] = useSearchParams();
  const version = Number(search.get('versjon')) || undefined;
  const [correcting, setCorrecting] = useState(false);
  const { meetingId } = meeting;
  const protocol = useRead('/api/meetings/{meetingId}/protocol', {
    path: { meetingId },
    query: { ...(version && { version }) },
  });
  if (protocol.error?.isNotForYou && !protocol.data) return <WithoutProtocol meeting={meeting} />;
  const title = t('filed.title', { day: longDay(meeting.on, currentLanguage(), who.today) });
  if (correcting && protocol.data)
    return (
      <Editor
        meeting={meeting}
        first={asDraft(meeting, protocol.data)}
        onCorrected={() => setCorrecting(false)}
        readAnew={async () =>
          asDraft(meeting, await read('/api/meetings/{meetingId}/protocol', { path: { meetingId } }))
        }
        waiting={
          <Page title={title}>
            <Loading />
          </Page>
        }
      />
    );
  return (
    <Page
      title={title}
      lead={<MeetingLead meeting={meeting} />}
      actions={<Actions meeting={meeting} latest={version === undefined} onCorrect={() => setCorrecting(true)} />}
    >
      <Answered of={protocol}>
        {(data) => <Filed key={data.version} meeting={meeting} data={data} onCorrect={() => setCorrecting(true)} />}
      </Answered>
    </Page>
  );
}

function Actions({
  meeting,
  latest,
  onCorrect,
}: {
  readonly meeting: Meeting;
  readonly latest: boolean;
  readonly onCorrect: () => void;
}) {
  const { t } = useTranslation(['filed', 'meeting']);
  const mayFile = meeting.may.includes('file');
  return (
    <>
      <Button asChild variant="secondary" data-size="sm">
        <a href={`/api/meetings/${meeting.meetingId}/protocol.pdf`}>
          <FilePdfIcon aria-hidden /> {t('filed.pdf')}
        </a>
      </Button>
      <Button variant="secondary" data-size="sm" onClick={() => window.print()}>
        <PrinterSmallIcon aria-hidden /> {t('filed.print')}
      </Button>
      {mayFile && latest && (
        <Button variant="secondary" data-size="sm" onClick={onCorrect}>
          <PencilWritingIcon aria-hidden /> {t('filed.correct')}
        </Button>
      )}
    </>
  );
}

interface FiledProps {
  readonly meeting: Meeting;
  readonly data: Protocol;
  readonly onCorrect: () => void;
}

function Filed({ meeting, data, onCorrect }: FiledProps) {
  const mayFile = meeting.may.includes('file');
  const { t } = useTranslation(['filed', 'meeting']);
  const { who } = useSession();
  const language = currentLanguage();
  const day = (on: string) => longDay(on, language, who.today);
  const nameOf = (personId: string) =>
    data.people.find((it) => it.personId === personId)?.name ?? t('meeting:person.unknown');
  const latest = data.versions.at(-1)!.version;
  return (
    <>
      {data.version < latest && (
        <Alert data-color="warning" className={styles.older}>
          {t('filed.older', { version: data.version })}{' '}
          <Link to={`/moter/${meeting.meetingId}`}>{t('filed.toLatest')}</Link>
        </Alert>
      )}
      {data.version === latest && (
        <>
          <Paragraph className={`${styles.now} not-on-paper`}>
            {whatHappensNow(data, nameOf, day, who.today, t)}
          </Paragraph>
          {mayFile && <BegunCorrection of={`${meeting.meetingId}-${latest}`} onGoOn={onCorrect} />}
          <UnsavedText
            of={[
              meeting.meetingId,
              ...data.versions.filter((it) => it.version < latest).map((it) => `${meeting.meetingId}-${it.version}`),
            ]}
          />
        </>
      )}
      <ProtocolDocument meeting={meeting} data={data} />
      {data.versions.length > 1 && (
        <section className="not-on-paper" aria-labelledby="versions">
          <Heading level={2} data-size="2xs" id="versions">
            {t('filed.versions')}
          </Heading>
          <ol className={styles.versions}>
            {data.versions.map(({ version, reason, filedOn, filedBy }) => (
              <li key={version}>
                <Link
                  to={version === latest ? `/moter/${meeting.meetingId}` : `?versjon=${version}`}
                  aria-current={version === data.version ? 'true' : undefined}
                >
                  {t('filed.version', { version })}
                </Link>{' '}
                {t('filed.by', { name: nameOf(filedBy), day: day(filedOn) })}
                {reason && <q>{reason}</q>}
                {version > 1 && <VersionChanges meetingId={meeting.meetingId} version={version} />}
              </li>
            ))}
          </ol>
        </section>
      )}
      <MeetingHistory meetingId={meeting.meetingId} />
    </>
  );
}

/** Owners of the new actions and their next follow-up. */
function whatHappensNow(
  { protocol: { actions, nextMeetingOn } }: Protocol,
  nameOf: (personId: string) => string,
  day: (on: string) => string,
  today: string,
  t: TFunction<'meeting'>,
): string {
  const owners = new Map<string, number>();
  for (const { ownerId } of actions) owners.set(ownerId, (owners.get(ownerId) ?? 0) + 1);
  const who = listed(
    [...owners].map(([id, count]) => (count > 1 ? `${nameOf(id)} (${count})` : nameOf(id))),
    currentLanguage(),
  );
  return [
    actions.length > 0 ? t('filed.now', { count: actions.length, who }) : t('filed.nowNone'),
    nextMeetingOn && nextMeetingOn >= today ? t('filed.next', { day: day(nextMeetingOn) }) : '',
  ].join(' ');
}

/** A correction starts with the filed content; its version takes the place of a draft's revision. */
const asDraft = (meeting: Meeting, data: Protocol): ServerAnswer => ({
  meetingId: meeting.meetingId,
  revision: String(data.version),
  matches: data.revision,
  savedBy: null,
  savedAt: null,
  merged: false,
  draft: data.correction,
  openActions: data.earlierTexts.map((it) => ({
    ...it,
    unitIds: data.unitIds,
    // The current state is left out, since the protocol is about an earlier one.
    dueOn: null,
    followUpOn: null,
  })),
  proposed: {
    nextMeetingOn: data.protocol.nextMeetingOn,
    dueOn: data.protocol.nextMeetingOn ?? data.protocol.heldOn,
    followUpOn: data.protocol.nextMeetingOn ?? data.protocol.heldOn,
    level: null,
    category: null,
  },
  people: data.people,
  units: data.units,
  services: data.services,
  missing: [],
  warnings: [],
});
