import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.js';
import { ProblemShown } from '../../../parts/states/states.js';
import styles from './next-steps.module.css';

interface StepFormProps {
  readonly title: string;
  /** Effect and receiver, shown before sending. */
  readonly lead: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: unknown;
  /** Fields that show their own faults, which are not repeated. */
  readonly fields: readonly string[];
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form in the panel: the first field has the focus, Escape cancels. */
export function StepForm({ title, lead, submit, busy, problem, fields, onSubmit, onCancel, children }: StepFormProps) {
  const { t } = useTranslation('follow-up');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), []);
  const saidBeside =
    isProblem(problem) &&
    problem.broken.length > 0 &&
    problem.broken.every(({ at }) => at !== undefined && fields.includes(at));
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <div>
        <Heading level={3} data-size="2xs">
          {title}
        </Heading>
        <Paragraph className={styles.lead}>{lead}</Paragraph>
      </div>
      {children}
      {problem !== undefined && !saidBeside && <ProblemShown problem={problem} />}
      <div className={styles.steps}>
        <Button type="submit" aria-disabled={busy}>
          {submit}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('steps.cancel')}
        </Button>
      </div>
    </form>
  );
}
