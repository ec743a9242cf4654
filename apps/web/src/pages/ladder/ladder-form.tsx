import { Button, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { isProblem, type Problem } from '../../api/problem.js';
import { read, type Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useOnce } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { ProblemShown } from '../../parts/states/states.js';
import { usePreview } from './ask-preview.js';
import { draftOf, faultOf, inOrder, isChanged, ladderIn, type Draft, type DraftKind } from './draft.js';
import { KindForm } from './kind-form.js';
import { useLadderWords } from './ladder-words.js';
import styles from './ladder.module.css';
import { Preview } from './preview.js';
import { SaveDialog } from './save-dialog.js';

type Ladder = Answer<'/api/municipality/ladder'>;

const readNow = async (): Promise<{ readonly part: Ladder['kinds']; readonly revision: string }> => {
  const { kinds, revision } = await read('/api/municipality/ladder');
  return { part: kinds, revision };
};

/** Every kind with its steps, a preview of what they would have told, and a last look before they are saved. */
export function LadderForm({ ladder: { kinds } }: { readonly ladder: Ladder }) {
  const { t } = useTranslation('ladder');
  const { kindOf, stepOf } = useLadderWords();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(kinds));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const once = useOnce();
  const of = useSeenPart(kinds, readNow);
  const body = JSON.stringify(draft.every((kind) => isWhole(kind, kinds)) ? ladderIn(draft) : null);
  const preview = usePreview();
  // The preview of other steps than those in the form says nothing about these.
  const shown = preview.data?.of === body ? preview.data : undefined;
  const changed = isChanged(draft, kinds);

  const change = (kind: DraftKind) => setDraft(draft.map((it) => (it.kind === kind.kind ? kind : it)));
  const ask = (then?: () => void) => {
    setTried(true);
    const ordered = inOrder(draft);
    setDraft(ordered);
    if (!ordered.every((kind) => isWhole(kind, kinds))) {
      // The faults are drawn by then.
      setTimeout(() => form.current && focusFirstFault(form.current));
      return;
    }
    preview.mutate(ladderIn(ordered), { onSuccess: () => then?.() });
  };
  const save = async () => {
    const headers = await of.ifAsSeen();
    await answered(api.PUT('/api/municipality/ladder', { headers, body: ladderIn(draft) }));
    announce(t('saved'));
    await refetchChanged('municipality');
    const now = (await readNow()).part;
    of.saved(now);
    setDraft(draftOf(now));
    setTried(false);
    preview.reset();
    setSaving(false);
  };
  const problem = preview.error ?? undefined;
  return (
    <>
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask(() => setSaving(true));
        }}
      >
        <ChangedMeanwhile
          of={of}
          fields={kinds.map(({ kind }) => [
            kindOf(kind),
            (now: Ladder['kinds']) =>
              (now.find((it) => it.kind === kind)?.steps ?? []).map((step) => stepOf(kind, step)).join('; '),
          ])}
        />
        {kinds.map((limits) => (
          <KindForm
            key={limits.kind}
            limits={limits}
            draft={draft.find(({ kind }) => kind === limits.kind)!}
            tried={tried}
            broken={brokenOf(problem, limits.kind)}
            onChange={change}
          />
        ))}
        {problem && !isShownAtStep(problem) && <ProblemShown problem={problem} />}
        {problem && isShownAtStep(problem) && <ValidationMessage>{t('seeFaults')}</ValidationMessage>}
        <div className={styles.buttons}>
          <Button type="submit" disabled={!changed} aria-busy={preview.isPending}>
            {t('save')}
          </Button>
          <Button type="button" variant="secondary" aria-busy={preview.isPending} onClick={() => ask()}>
            {t('preview.show')}
          </Button>
          {changed && (
            <Button type="button" variant="tertiary" onClick={() => setDraft(draftOf(kinds))}>
              {t('discard')}
            </Button>
          )}
        </div>
        <Paragraph data-size="sm" className={styles.quiet} aria-live="polite">
          {preview.isPending ? t('preview.asking') : changed ? t('unsaved') : ''}
        </Paragraph>
        {shown && <Preview preview={shown} />}
      </form>
      {/* Outside the form: the dialog has one of its own. */}
      {saving && shown && <SaveDialog preview={shown} onSave={() => once(save)} onClose={() => setSaving(false)} />}
    </>
  );
}

const isWhole = ({ kind, steps }: DraftKind, kinds: Ladder['kinds']): boolean => {
  const limits = kinds.find((it) => it.kind === kind)!;
  return steps.every((step) => faultOf(step, limits) === undefined);
};

const AT_STEP = /^ladder\.([a-z-]+)\.(\d+)/;
const isShownAtStep = (problem: Problem): boolean => problem.broken.some(({ at }) => AT_STEP.test(at ?? ''));

/** Broken rules of a kind, by the place of the step. */
function brokenOf(problem: unknown, kind: string): ReadonlyMap<number, string> {
  if (!isProblem(problem)) return new Map();
  return new Map(
    problem.broken.flatMap(({ at, detail }) => {
      const [, of, place] = AT_STEP.exec(at ?? '') ?? [];
      return of === kind ? [[Number(place), detail] as const] : [];
    }),
  );
}
