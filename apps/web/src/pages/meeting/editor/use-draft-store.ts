import { useEffect, useRef, useState } from 'react';
import { answered, api } from '../../../api/client.js';
import { isProblem, type Problem } from '../../../api/problem.js';
import { read } from '../../../api/reads.js';
import { useSession } from '../../../session/session.js';
import { browserStorage } from '../../../storage/storage.js';
import type { Draft } from '../draft/draft.js';
import { DraftStore, type DraftApi, type SaveAnswer } from '../draft/draft-store.js';
import { LocalCopies } from '../draft/local-copies.js';
import type { ServerState, Trouble } from '../draft/writing.js';
import type { DraftAnswer, ServerAnswer } from './editing.js';

const PATH = '/api/meetings/{meetingId}/draft';

/** The API for the draft store: every fault is an answer. */
export function draftApiOf(meetingId: string): DraftApi<ServerAnswer> {
  const path = { meetingId };
  return {
    save: (revision, draft) =>
      answer(() =>
        answered(
          api.PUT(PATH, {
            params: { path },
            headers: { 'if-match': `"${revision}"` },
            body: draft as DraftAnswer['draft'],
          }),
        ),
      ),
    read: () => answer(() => read(PATH, { path })),
  };
}

async function answer(ask: () => Promise<unknown>): Promise<SaveAnswer<ServerAnswer>> {
  try {
    return { saved: (await ask()) as ServerAnswer };
  } catch (fault) {
    if (!isProblem(fault)) return { trouble: 'fault' };
    const conflict = conflictIn(fault);
    return conflict ? { conflict } : { trouble: troubleOf(fault), detail: detailOf(fault) };
  }
}

const breaks = ({ broken }: Problem, rule: string) => broken.some((it) => it.rule === rule);

function conflictIn(problem: Problem): ServerState | undefined {
  if (!breaks(problem, 'DRAFT_CONFLICT')) return undefined;
  const { revision, theirs, savedBy } = problem.beside;
  return { revision: String(revision), draft: theirs as Draft, savedBy: (savedBy as string | undefined) ?? null };
}

function troubleOf(problem: Problem): Trouble {
  if (problem.isOffline) return 'offline';
  if (problem.isSignedOut) return 'signed-out';
  if (breaks(problem, 'PROTOCOL_ALREADY_FILED')) return 'filed';
  if (problem.isNotForYou || breaks(problem, 'MEETING_CANCELLED')) return 'forbidden';
  // The drafts were reset: the current state is read, and all local content is sent again.
  if (problem.status >= 500 || problem.status === 429 || breaks(problem, 'DRAFT_CHANGED')) return 'fault';
  return 'refused';
}
const detailOf = ({ broken, detail }: Problem) => broken[0]?.detail ?? detail;

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Marks all expected participants present until changed; before the day nobody can have attended. */
const proposedOn =
  (today: string) =>
  (draft: Draft): Draft =>
    draft.heldOn !== null && draft.heldOn > today
      ? draft
      : {
          ...draft,
          participants: draft.participants.map((it) => ({ ...it, attendance: it.attendance ?? 'present' })),
        };

/**
 * The signed-in user's editing of one draft while the page is open. A correction is not shared: it is stored locally
 * until it is filed.
 */
export function useDraftStore(
  meetingId: string,
  first: ServerAnswer,
  purpose: 'write' | 'correct',
): DraftStore<ServerAnswer> {
  const { who, ended } = useSession();
  const [store] = useState(() => {
    const copies = new LocalCopies(
      browserStorage,
      {
        personId: who.personId,
        meetingId: purpose === 'write' ? meetingId : `${meetingId}-${first.revision}`,
        windowId: crypto.randomUUID(),
      },
      who.today,
    );
    copies.sweep();
    return purpose === 'write'
      ? new DraftStore(draftApiOf(meetingId), copies, later, first, proposedOn(who.today))
      : new DraftStore(null, copies, later, first);
  });

  useEffect(() => {
    store.open();
    const back = () => store.recover();
    const gone = () => store.disconnected();
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
      store.close();
    };
  }, [store]);

  const wasEnded = useRef(ended);
  useEffect(() => {
    if (wasEnded.current && !ended) store.recover();
    wasEnded.current = ended;
  }, [store, ended]);
  return store;
}
