import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#actions/contract/limits';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { ProblemShown } from '../../parts/states/states.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import styles from './refused-decisions.module.css';

interface SeenFormProps {
  readonly refusalId: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Accepts a difference, with the reason. */
export function SeenForm({ refusalId, onDone, onCancel }: SeenFormProps) {
  const { t } = useTranslation('refused-decisions');
  const once = useOnce();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const focusOnField = () => form.current?.querySelector('input')?.focus();
  useEffect(focusOnField, []);
  const wrong = isProblem(problem) ? problem.broken.find(({ at }) => at === 'reason')?.detail : undefined;
  const submit = async () => {
    if (reason.trim() === '') {
      setEmpty(true);
      return focusOnField();
    }
    setProblem(undefined);
    try {
      await answered(
        api.POST('/api/refused-decisions/{refusalId}/seen', {
          params: { path: { refusalId } },
          body: { reason: reason.trim() },
        }),
      );
      await onDone();
    } catch (fault) {
      setProblem(fault);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void once(submit);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <LimitedText
        label={t('reason')}
        description={t('reasonDetail')}
        most={LONGEST.note}
        value={reason}
        error={isEmpty ? t('reasonMissing') : wrong}
        onChange={({ target }) => {
          setReason(target.value);
          setEmpty(false);
        }}
      />
      {problem !== undefined && wrong === undefined && <ProblemShown problem={problem} />}
      <div className={styles.steps}>
        <Button type="submit" data-size="sm">
          {t('save')}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
