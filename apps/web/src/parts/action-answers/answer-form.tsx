import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem.js';
import type { Seen } from '../../api/seen-revision.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { longDay } from '../../words/dates.js';
import { ChangedMeanwhile, type Field } from '../changed-meanwhile/changed-meanwhile.js';
import { focusFirstFault } from '../first-fault.js';
import type { Action } from './answers.js';
import { ProblemLine } from './problem-line.js';
import styles from './answer-form.module.css';

const ENDED: readonly Action['status'][] = ['completed', 'closed', 'abandoned'];

interface AnswerFormProps {
  /** Accessible name of the form. */
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly seen: Seen<Action>;
  readonly onSubmit: (event: { preventDefault(): void }) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A short form below the item it answers: the first field has the focus, Escape closes it. */
export function AnswerForm({ label, submit, busy, problem, seen, onSubmit, onCancel, children }: AnswerFormProps) {
  const { t } = useTranslation('action-answers');
  const form = useRef<HTMLFormElement>(null);
  const { who } = useSession();
  const day = (on: string) => longDay(on, currentLanguage(), who.today);
  const fields: readonly Field<Action>[] = [
    [t('change.text'), ({ text }) => text],
    [t('meanwhile.owner'), ({ owner }) => owner.name ?? ''],
    [t('change.dueOn'), ({ dueOn }) => day(dueOn)],
    [t('change.followUpOn'), ({ followUpOn }) => day(followUpOn)],
    [t('change.level'), ({ level }) => t(`levels.${level}`)],
    [t('change.category'), ({ category }) => t(`categories.${category}`)],
    [t('change.wantedEffect'), ({ wantedEffect }) => wantedEffect ?? ''],
    [t('meanwhile.state'), ({ status }) => t(`meanwhile.${ENDED.includes(status) ? 'ended' : 'open'}`)],
  ];
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
        if (form.current) focusFirstFault(form.current);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        // Ctrl+Enter submits, as in other note fields
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      {children}
      <ChangedMeanwhile of={seen} fields={fields} />
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
