import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { pageOf, type Readiness, type Step } from '../../parts/readiness/readiness.js';
import { useStepWords } from '../../parts/readiness/step-words.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import styles from './get-started.module.css';

const NAMED = 12;

/** The whole check list of what a municipality needs before its first meeting, done or not. */
export function Component() {
  const { t } = useTranslation(['get-started', 'readiness']);
  const mayManage = useMay('registry.manage');
  const readiness = useRead('/api/readiness', {}, { enabled: mayManage });
  return (
    <Page title={t('readiness:title')} lead={t('lead')}>
      {mayManage ? (
        <Answered of={readiness}>{(known) => <Steps readiness={known} />}</Answered>
      ) : (
        <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
      )}
    </Page>
  );
}

function Steps({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation(['get-started', 'readiness']);
  const done = readiness.steps.filter(({ isDone }) => isDone).length;
  return (
    <div className={styles.page}>
      <Paragraph role="status">
        {readiness.isReady ? t('ready') : t('readiness:progress', { done, all: readiness.steps.length })}
      </Paragraph>
      <ol className={styles.steps}>
        {readiness.steps.map((step) => (
          <li key={step.step}>
            <OneStep step={step} readiness={readiness} />
          </li>
        ))}
      </ol>
      <Paragraph>
        <Link to="/hjelp/kom-i-gang">{t('guide')}</Link>
      </Paragraph>
    </div>
  );
}

function OneStep({ step, readiness }: { readonly step: Step; readonly readiness: Readiness }) {
  const { t } = useTranslation('get-started');
  const words = useStepWords(readiness);
  const { isDone, waitsFor, lacking, missing } = step;
  const more = missing - Math.min(lacking.length, NAMED);
  return (
    <>
      <div className={styles.head}>
        <Heading level={2} data-size="2xs">
          {waitsFor === null ? <Link to={pageOf(step, readiness)}>{words.title(step)}</Link> : words.title(step)}
        </Heading>
        <Tag data-size="sm" data-color={isDone ? 'success' : waitsFor === null ? 'warning' : 'neutral'}>
          {words.left(step)}
        </Tag>
      </div>
      <Paragraph className={styles.why}>{words.why(step)}</Paragraph>
      {lacking.length > 0 && (
        <Paragraph data-size="sm">
          {t('lacking')}{' '}
          {lacking.slice(0, NAMED).map(({ kind, id, name }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Link to={kind === 'unit' ? `/enheter/${id}` : `/tjenester/${id}`}>{name}</Link>
            </span>
          ))}
          {more > 0 && ` ${t('more', { count: more })}`}
        </Paragraph>
      )}
    </>
  );
}
