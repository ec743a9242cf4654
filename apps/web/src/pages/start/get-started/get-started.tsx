import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { pageOf } from '../../../parts/readiness/readiness.js';
import { useStepWords } from '../../../parts/readiness/step-words.js';
import { useMay } from '../../../session/session.js';
import type { Readiness } from '../../../parts/readiness/readiness.js';
import styles from './get-started.module.css';

/** The rest of the check list of a municipality that is not ready; nothing when it is. Part of the start page. */
export function GetStarted() {
  const mayManage = useMay('registry.manage');
  const { data } = useRead('/api/readiness', {}, { enabled: mayManage });
  return data === undefined || data.isReady ? null : <Rest readiness={data} />;
}

function Rest({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation('readiness');
  const words = useStepWords(readiness);
  const { steps } = readiness;
  const left = steps.filter(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="get-started" className={styles.rest}>
      <Heading level={2} data-size="xs" id="get-started">
        {t('title')}
      </Heading>
      <Paragraph>{t('progress', { done: steps.length - left.length, all: steps.length })}</Paragraph>
      <ol className={styles.steps}>
        {left.map((step) => (
          <li key={step.step}>
            {step.waitsFor === null ? <Link to={pageOf(step, readiness)}>{words.title(step)}</Link> : words.title(step)}
            <span className={styles.left}>{words.left(step)}</span>
          </li>
        ))}
      </ol>
      <Link to="/kom-i-gang">{t('whole')}</Link>
    </section>
  );
}
