import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem.js';
import styles from './answer-form.module.css';

/** Reason why an answer was refused, beside its button: the fault, that the text is kept, and the remedy. */
export function ProblemLine({ problem }: { readonly problem: Problem | undefined }) {
  const { t } = useTranslation(['action-answers', 'parts']);
  if (!problem) return null;
  const details = problem.broken.length > 0 ? problem.broken.map(({ detail }) => detail) : [problem.detail];
  return (
    <div role="alert" className={styles.problem}>
      {problem.isOffline ? (
        <Paragraph>{t('offline')}</Paragraph>
      ) : (
        details.map((words) => <Paragraph key={words}>{words || t('parts:states.said.detail')}</Paragraph>)
      )}
    </div>
  );
}
