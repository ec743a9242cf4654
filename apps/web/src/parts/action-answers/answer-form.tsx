import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem.js';
import { ProblemLine } from './problem-line.js';
import styles from './answer-form.module.css';

interface AnswerFormProps {
  /** What one is doing, for those who hear it. */
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onSubmit: (event: { preventDefault(): void }) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The first that is wrong as one reads, not the first that the form happens to know. */
function focusFirstFault(form: RefObject<HTMLFormElement | null>): void {
  const look = () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** A short form below what it answers: the first field has the focus, Escape leaves it. */
export function AnswerForm({ label, submit, busy, problem, onSubmit, onCancel, children }: AnswerFormProps) {
  const { t } = useTranslation('action-answers');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-first], textarea, input:not([type=radio]), select')?.focus();
  }, []);
  return (
    <form
      ref={form}
      aria-label={label}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        onSubmit(event);
        focusFirstFault(form);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        // a note is one thing said: the keys that send it everywhere else send it here
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      {children}
      <ProblemLine problem={problem} />
      <div className={styles.buttons}>
        <Button type="submit" data-size="sm" aria-disabled={busy || undefined} loading={busy}>
          {submit}
        </Button>
        <Button type="button" data-size="sm" variant="tertiary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
