import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import type { paths } from '../../../api/generated/schema.js';
import { isProblem } from '../../../api/problem.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useOnce } from '../../../api/use-once.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import type { DraftStore } from '../draft/draft-store.js';
import { placeByNumber } from '../draft/places.js';
import type { Missing } from '../missing/missing.js';
import type { ServerAnswer } from './editing.js';

/** A corrected protocol as the API takes it: its codes are strings in a draft, chosen from the API's own lists. */
type CorrectedProtocol =
  paths['/api/meetings/{meetingId}/corrections']['post']['requestBody']['content']['application/json']['protocol'];

interface Filing {
  /** Saves the rest and files. False when it failed; the reason is in `problem` or in the list of missing fields. */
  readonly file: () => Promise<boolean>;
  readonly filing: boolean;
  readonly problem: string | undefined;
  /** The rules that the last attempt broke, by the server's names. */
  readonly refused: readonly Missing[];
}

/** The version to correct and the reason: a correction is filed as a whole. */
export interface Correcting {
  readonly reason: string;
  readonly onDone: () => void;
  /** Reads the current protocol after somebody else has corrected it, as the new base of the correction. */
  readonly readAnew: () => Promise<ServerAnswer>;
}

/** Files the server's draft, so that the filed protocol equals the one on the screen; or files a correction. */
export function useFiling(
  { meetingId }: { readonly meetingId: string },
  store: DraftStore<ServerAnswer>,
  correcting?: Correcting,
): Filing {
  const { t } = useTranslation('meeting');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
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
            body: { reason: correcting.reason, protocol: mine as CorrectedProtocol },
          }),
        );
      else
        await answered(
          api.POST('/api/meetings/{meetingId}/protocol', { params, body: { draftRevision: Number(known.revision) } }),
        );
      store.filed();
      announce(t(correcting ? 'editor.corrected' : 'editor.filed'));
      await refetchChanged('meeting', 'action');
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
      // Broken rules are in the list of missing fields when the draft is read again.
      if (!fault.isOffline && !fault.isSignedOut) await store.news();
      return false;
    } finally {
      setFiling(false);
    }
  }, [meetingId, store, correcting, announce, refetchChanged, t]);
  const file = useCallback(async () => {
    let filed = false;
    await once(async () => (filed = await fileNow()));
    return filed;
  }, [once, fileNow]);
  return { file, filing, problem, refused };
}
