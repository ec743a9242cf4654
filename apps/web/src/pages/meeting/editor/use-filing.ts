import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { useRefresh } from '../../../api/reads.js';
import { asSeen } from '../../../api/seen.js';
import { useOnce } from '../../../api/use-once.js';
import { useAnnounce } from '../../../frame/announcer.js';
import type { DraftStore } from '../draft/draft-store.js';
import { placeByNumber } from '../draft/places.js';
import type { Missing } from '../missing/missing.js';
import type { ServerAnswer } from './editing.js';

interface Filing {
  /** Saves what is left, and files. False where it could not be; why is in `problem`, or in the list of what is missing. */
  readonly file: () => Promise<boolean>;
  readonly filing: boolean;
  readonly problem: string | undefined;
  /** The rules that the last try broke, as the server named them. */
  readonly refused: readonly Missing[];
}

/** What is corrected, and why: a correction is filed whole. */
export interface Correcting {
  readonly reason: string;
  readonly onDone: () => void;
  /** Reads the protocol as it stands now, after somebody else has corrected it; to be corrected from there. */
  readonly readAnew: () => Promise<ServerAnswer>;
}

/** Files the draft as it stands with the server, so that what is filed is what was on the screen; or a correction. */
export function useFiling(
  { meetingId }: { readonly meetingId: string },
  store: DraftStore<ServerAnswer>,
  correcting?: Correcting,
): Filing {
  const { t } = useTranslation('meeting');
  const announce = useAnnounce();
  const refresh = useRefresh();
  const [filing, setFiling] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<readonly Missing[]>([]);
  const once = useOnce();
  const fileNow = useCallback(async () => {
    setFiling(true);
    setProblem(undefined);
    setRefused([]);
    const params = { path: { meetingId } };
    try {
      if (!(await store.flush())) {
        setProblem(t('editor.notSaved'));
        return false;
      }
      const { known, mine } = store.snapshot().writing;
      if (correcting)
        await answered(
          api.POST('/api/meetings/{meetingId}/corrections', {
            params,
            headers: asSeen({ revision: store.snapshot().server.matches! }),
            body: { reason: correcting.reason, protocol: mine as never },
          }),
        );
      else
        await answered(
          api.POST('/api/meetings/{meetingId}/protocol', { params, body: { draftRevision: Number(known.revision) } }),
        );
      store.filed();
      announce(t(correcting ? 'editor.corrected' : 'editor.filed'));
      await refresh('/api/meetings', '/api/protocols', '/api/actions');
      correcting?.onDone();
      return true;
    } catch (fault) {
      if (!isProblem(fault)) throw fault;
      if (correcting && fault.isStale) {
        store.overtaken(await correcting.readAnew());
        setProblem(t('editor.correctedMeanwhile'));
        return false;
      }
      setProblem(fault.isOffline ? t('editor.notSaved') : fault.detail);
      const { mine } = store.snapshot().writing;
      setRefused(fault.broken.map(({ rule, at = '', detail }) => ({ rule, at: placeByNumber(mine, at), detail })));
      // What was broken stands in the list of what is missing when the draft is read again.
      if (!fault.isOffline && !fault.isSignedOut) await store.news();
      return false;
    } finally {
      setFiling(false);
    }
  }, [meetingId, store, correcting, announce, refresh, t]);
  const file = useCallback(async () => {
    let filed = false;
    await once(async () => (filed = await fileNow()));
    return filed;
  }, [once, fileNow]);
  return { file, filing, problem, refused };
}
