import { Button, Dialog, Heading, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../../../api/problem.js';
import { useRefresh } from '../../../api/reads.js';
import { useOnce } from '../../../api/use-once.js';
import styles from '../meeting.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly detail?: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** Does it; what it throws is told in the dialog, with everything that was filled in. */
  readonly onSubmit: () => Promise<void>;
  readonly danger?: boolean;
  /** What others have changed meanwhile in the thing that the form is about. */
  readonly changed?: ReactNode;
  readonly children: ReactNode;
}

/** A small form over the page: what is asked, why it was refused, and what is typed stays. */
export function FormDialog({ title, detail, submit, onClose, onSubmit, danger, changed, children }: FormDialogProps) {
  const { t } = useTranslation(['coming', 'frame']);
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const once = useOnce();
  const refresh = useRefresh();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
    } catch (fault) {
      if (!isProblem(fault)) throw fault;
      if (fault.isStale) await refresh('/api/meetings');
      setProblem(fault);
    } finally {
      setBusy(false);
      // the first that is wrong as one reads, not the first that the form happens to know
      requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };
  return (
    <Dialog ref={dialog} onClose={onClose} aria-labelledby="form-title">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void once(send);
        }}
        className={styles.form}
        noValidate
      >
        <Heading level={2} data-size="xs" id="form-title">
          {title}
        </Heading>
        {detail && <Paragraph>{detail}</Paragraph>}
        {children}
        {changed}
        {problem && !(problem.isStale && changed) && (
          <div role="alert">
            <ValidationMessage>
              {problem.isOffline
                ? t('frame:states.offline.detail')
                : problem.broken.length > 0
                  ? problem.broken.map((it) => it.detail).join(' ')
                  : problem.detail}
            </ValidationMessage>
          </div>
        )}
        <div className={styles.buttons}>
          <Button type="submit" aria-busy={busy} {...(danger && { 'data-color': 'danger' as const })}>
            {submit}
          </Button>
          <Button type="button" variant="tertiary" onClick={() => dialog.current?.close()}>
            {t('cancelForm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
