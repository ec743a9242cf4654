import { Button, Dialog, Heading, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useOnce } from '../../api/use-once.js';
import { focusFirstFault } from '../first-fault.js';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly detail?: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** Submits the form; a thrown fault is shown in the dialog, which keeps its fields. */
  readonly onSubmit: () => Promise<void>;
  readonly danger?: boolean;
  /** Changes by others in the item of the form. */
  readonly changed?: ReactNode;
  readonly children: ReactNode;
}

/** A small form in a dialog: it shows why a submission was refused, and keeps typed text. */
export function FormDialog({ title, detail, submit, onClose, onSubmit, danger, changed, children }: FormDialogProps) {
  const { t } = useTranslation('parts');
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const once = useOnce();
  const refetchChanged = useRefetchChanged();
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
      if (fault.isStale) await refetchChanged('meeting', 'unit', 'service', 'serviceunit');
      setProblem(fault);
    } finally {
      setBusy(false);
      if (dialog.current) focusFirstFault(dialog.current);
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
                ? t('states.offline.detail')
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
