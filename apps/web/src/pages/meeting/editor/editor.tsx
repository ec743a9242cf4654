import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/domain/draft';
import { lettersTooMany } from '#platform/kernel/plain';
import type { Answer } from '../../../api/reads.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { Page } from '../../../shell/page.js';
import { useSession } from '../../../session/session.js';
import { browserStorage } from '../../../storage/storage.js';
import { longDay } from '../../../words/dates.js';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { MeetingLead } from '../meeting-lead.js';
import { AboutMeeting } from './about-meeting.js';
import { EarlierActions } from './earlier-actions.js';
import { EditingProvider, missingIn, useShown, type Editing, type NamedPerson, type ServerAnswer } from './editing.js';
import { waitingForConfirmation, withProposals } from '../draft/classification.js';
import { CorrectionReason } from '../draft/correction-reason.js';
import { toChoose } from '../draft/writing.js';
import type { Missing } from '../missing/missing.js';
import { MissingList } from './missing-list.js';
import { Matters } from './matters.js';
import { NewActions } from './new-actions.js';
import { NextMeeting } from './next-meeting.js';
import { OtherWriters } from './other-writers.js';
import { Participants } from './participants.js';
import { KeptHere, SaveState } from './save-state.js';
import { SectionTabs } from './section-tabs.js';
import { enter } from './go-to.js';
import { SECTIONS } from './sections.js';
import { useDraftStore } from './use-draft-store.js';
import { useFiling } from './use-filing.js';
import { useLiveDraft } from './use-live-draft.js';
import { useRoomForBar } from './use-room-for-bar.js';
import { HeldActions } from '../coming/held-stage.js';
import styles from './editor-bar.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

interface EditorProps {
  readonly meeting: Meeting;
  readonly first: ServerAnswer;
  /** Called when a correction is filed, with a reason; until then it is stored locally. */
  readonly onCorrected?: () => void;
  /** Reads the current protocol when somebody else has corrected it meanwhile. */
  readonly readAnew?: () => Promise<ServerAnswer>;
}

/** Editor of the protocol, during the meeting and after, or for a correction. */
export function Editor({ meeting, first, onCorrected, readAnew }: EditorProps) {
  const { who, isPrinting } = useSession();
  const store = useDraftStore(meeting.meetingId, first, onCorrected ? 'correct' : 'write');
  const writers = useLiveDraft(meeting.meetingId, store, onCorrected === undefined);
  const [tried, setTried] = useState(false);
  const [people] = useState(() => new Map<string, NamedPerson>());
  const [services] = useState(() => new Map<string, string>());
  const [, again] = useState(0);
  for (const person of store.snapshot().server.people) people.set(person.personId, person);

  const editing = useMemo(
    (): Editing => ({
      store,
      writers,
      meetingId: meeting.meetingId,
      meetingOn: meeting.on,
      startsAt: meeting.startsAt,
      today: who.today,
      isPrinting,
      unitId: meeting.unitIds[0]!,
      known: [...meeting.units.map(({ name }) => name), who.municipality.name],
      tried,
      nameOf: (personId) =>
        personId === null
          ? undefined
          : (people.get(personId) ?? store.snapshot().server.people.find((it) => it.personId === personId)),
      remember: (person) => {
        people.set(person.personId, person);
        again((count) => count + 1);
      },
      serviceNameOf: (serviceId) =>
        services.get(serviceId) ?? store.snapshot().server.services.find((it) => it.serviceId === serviceId)?.name,
      rememberService: ({ serviceId, name }) => services.set(serviceId, name),
    }),
    [store, writers, meeting, who, isPrinting, tried, people, services],
  );
  return (
    <EditingProvider value={editing}>
      <EditingArea
        meeting={meeting}
        editing={editing}
        onTried={() => setTried(true)}
        onCorrected={onCorrected}
        readAnew={readAnew}
      />
    </EditingProvider>
  );
}

function EditingArea({
  meeting,
  editing,
  onTried,
  onCorrected,
  readAnew,
}: {
  readonly meeting: Meeting;
  readonly editing: Editing;
  readonly onTried: () => void;
  readonly onCorrected: (() => void) | undefined;
  readonly readAnew: (() => Promise<ServerAnswer>) | undefined;
}) {
  const { t } = useTranslation('meeting');
  const { store, today, tried } = editing;
  const announce = useAnnounce();
  const mayFile = meeting.may.includes('file');
  const missing = useShown((shown) => missingIn(shown, editing));
  const conflicts = toChoose({ conflicts: useShown(({ writing }) => writing.conflicts) });
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const { who } = useSession();
  const [kept] = useState(() => {
    const of = `${meeting.meetingId}-${store.snapshot().server.revision}`;
    const it = new CorrectionReason(browserStorage, { personId: who.personId, of }, who.today);
    it.sweep();
    return it;
  });
  const [reason, setReason] = useState(() => (onCorrected ? kept.reason : ''));
  const correcting = useMemo(
    () =>
      onCorrected &&
      readAnew && {
        reason,
        readAnew,
        onDone: () => {
          kept.keep('');
          onCorrected();
        },
      },
    [onCorrected, readAnew, reason, kept],
  );
  const bar = useRoomForBar();
  const { file, filing, problem, refused } = useFiling(meeting, store, correcting);
  const proposals = useShown(({ writing, server }) => waitingForConfirmation(writing.mine.actions, server.proposed));
  const confirm = () => {
    store.edit((draft) => withProposals(draft, store.snapshot().server.proposed));
    announce(t('missing.confirmed'));
    document.getElementById('file')?.focus();
  };
  const count = missing.length + conflicts.length;
  const withoutReason = onCorrected !== undefined && reason.trim() === '';
  const reasonUnfit = withoutReason || lettersTooMany(reason.trim(), LONGEST.any) > 0;

  const tryToFile = useCallback(async () => {
    onTried();
    if (reasonUnfit) return document.getElementById('reason')?.focus();
    if (count > 0 || !(await file())) {
      setOpen(true);
      setWanted((times) => times + 1);
      announce(t('missing.title', { count }));
    }
  }, [onTried, reasonUnfit, count, file, announce, t]);

  const latest = useRef(tryToFile);
  useEffect(() => {
    latest.current = tryToFile;
  }, [tryToFile]);
  useEffect(() => {
    const keyed = (event: KeyboardEvent) => {
      const digit = /^Digit([1-5])$/.exec(event.code)?.[1];
      if (event.altKey && !event.ctrlKey && !event.metaKey && digit !== undefined) {
        event.preventDefault();
        enter(SECTIONS[Number(digit) - 1]!);
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && mayFile) {
        event.preventDefault();
        void latest.current();
      }
    };
    document.addEventListener('keydown', keyed);
    return () => document.removeEventListener('keydown', keyed);
  }, [mayFile]);

  return (
    <Page
      title={t(onCorrected ? 'editor.correcting' : 'editor.title', {
        day: longDay(meeting.on, currentLanguage(), today),
      })}
      lead={<MeetingLead meeting={meeting} />}
    >
      <div ref={bar} className={styles.bar}>
        <SectionTabs />
        <div className={styles.inSight}>
          <div className={styles.barEnd}>
            {onCorrected ? <KeptHere /> : <SaveState />}
            <Button
              data-size="sm"
              variant="secondary"
              aria-expanded={open}
              aria-controls="missing"
              onClick={() => {
                setOpen(!open);
                if (!open) setWanted((times) => times + 1);
              }}
            >
              {count === 0 ? t('missing.none') : t('missing.button', { count })}
            </Button>
            {mayFile && (
              <Button
                id="file"
                data-size="sm"
                aria-busy={filing}
                aria-keyshortcuts="Control+Enter"
                onClick={() => void tryToFile()}
              >
                {t(onCorrected ? 'editor.fileCorrection' : 'editor.file')}
              </Button>
            )}
            {onCorrected && (
              <Button data-size="sm" variant="tertiary" onClick={onCorrected}>
                {t('editor.leave')}
              </Button>
            )}
          </div>
          {problem && <ValidationMessage>{problem}</ValidationMessage>}
          {open && (
            <MissingList
              missing={[...missing, ...refused.filter(isNotIn(missing))]}
              conflicts={conflicts}
              wanted={wanted}
              proposals={proposals}
              onConfirm={confirm}
            />
          )}
          <OtherWriters />
        </div>
      </div>
      {onCorrected && (
        <LimitedText
          id="reason"
          className={styles.reason}
          label={t('editor.reason')}
          description={t('editor.reasonWhy')}
          most={LONGEST.any}
          value={reason}
          error={tried && withoutReason ? t('editor.reasonMissing') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
            kept.keep(event.target.value);
          }}
        />
      )}
      <AboutMeeting />
      <Participants />
      <EarlierActions />
      <Matters />
      <NewActions />
      <NextMeeting />
      {!onCorrected && meeting.on <= today && <HeldActions meeting={meeting} />}
    </Page>
  );
}

const isNotIn = (missing: readonly Missing[]) => (it: Missing) =>
  !missing.some(({ rule, at }) => rule === it.rule && at === it.at);
