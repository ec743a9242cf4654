import { Details, Paragraph, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { Section } from '../../parts/section/section.js';
import { longMonth } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { LadderPreview } from './ask-preview.js';
import { useLadderWords } from './ladder-words.js';
import styles from './ladder.module.css';
import { PreviewLines } from './preview-lines.js';
import { InMonth, NextRound } from './preview-words.js';

/** Shows whom the steps in the form would have told last month, beside those in force. */
export function Preview({ preview }: { readonly preview: LadderPreview }) {
  const { t } = useTranslation('ladder');
  const month = longMonth(preview.month, currentLanguage());
  return (
    <Section id="preview" title={t('preview.title', { month })}>
      <NextRound preview={preview} />
      <InMonth preview={preview} />
      <StepTable preview={preview} />
      <PeopleTable preview={preview} />
      <PreviewLines preview={preview} />
      <Details data-size="sm" className={styles.words}>
        <Details.Summary>{t('preview.how.title')}</Details.Summary>
        <Details.Content>
          <ul>
            {(['rounds', 'facts', 'registry', 'before', 'nothing'] as const).map((key) => (
              <li key={key}>{t(`preview.how.${key}`)}</li>
            ))}
          </ul>
        </Details.Content>
      </Details>
    </Section>
  );
}

function StepTable({ preview: { steps } }: { readonly preview: LadderPreview }) {
  const { t } = useTranslation('ladder');
  const { kindOf, dayOf, receiverOf } = useLadderWords();
  if (steps.length === 0) return <Paragraph>{t('preview.none')}</Paragraph>;
  return (
    <div className={styles.scroll} role="region" aria-label={t('preview.steps')} tabIndex={0}>
      <Table data-size="sm" border={false}>
        <caption>{t('preview.steps')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('preview.kind')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('preview.step')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('preview.who')}</Table.HeaderCell>
            <Numbers />
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {steps.map(({ kind, step, as, inForce, tried }) => (
            <Table.Row key={`${kind} ${step} ${as}`} data-changed={inForce !== tried}>
              <Table.Cell>{kindOf(kind)}</Table.Cell>
              <Table.Cell>{dayOf(kind, step)}</Table.Cell>
              <Table.Cell>{receiverOf(as)}</Table.Cell>
              <Table.Cell className={styles.figure}>{inForce}</Table.Cell>
              <Table.Cell className={styles.figure}>{tried}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function PeopleTable({ preview: { people } }: { readonly preview: LadderPreview }) {
  const { t } = useTranslation('ladder');
  if (people.length === 0) return null;
  return (
    <div className={styles.scroll} role="region" aria-label={t('preview.most')} tabIndex={0}>
      <Table data-size="sm" border={false}>
        <caption>{t('preview.most')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('preview.person')}</Table.HeaderCell>
            <Numbers />
            <Table.HeaderCell scope="col" className={styles.figure}>
              {t('preview.mails')}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {people.map(({ personId, name, alerts, mails }) => (
            <Table.Row key={personId} data-changed={alerts.inForce !== alerts.tried}>
              <Table.HeaderCell scope="row" className={styles.person}>
                {name === null ? t('unnamed') : <PersonLink personId={personId} name={name} />}
              </Table.HeaderCell>
              <Table.Cell className={styles.figure}>{alerts.inForce}</Table.Cell>
              <Table.Cell className={styles.figure}>{alerts.tried}</Table.Cell>
              <Table.Cell className={styles.figure}>
                {t('preview.mailsChange', { inForce: mails.inForce, tried: mails.tried })}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Numbers() {
  const { t } = useTranslation('ladder');
  return (['inForce', 'tried'] as const).map((key) => (
    <Table.HeaderCell key={key} scope="col" className={styles.figure}>
      {t(`preview.${key}`)}
    </Table.HeaderCell>
  ));
}
