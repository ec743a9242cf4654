import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { SettingsLinks } from '../../parts/page-links/settings-links.js';
import { Section } from '../../parts/section/section.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { Municipality } from './municipality.js';
import { MunicipalityForm } from './municipality-form.js';
import styles from './municipality.module.css';

/** Name and language form of the municipality, and its numbers and names over time. */
export function Component() {
  const { t } = useTranslation('municipality');
  const mayManage = useMay('registry.manage');
  const municipality = useRead('/api/municipality', {}, { enabled: mayManage });
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayManage ? (
        <>
          <SettingsLinks />
          <Answered of={municipality}>
            {(known) => (
              <div className={styles.page}>
                <MunicipalityForm municipality={known} />
                <OverTime municipality={known} />
              </div>
            )}
          </Answered>
        </>
      ) : (
        <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
      )}
    </Page>
  );
}

function OverTime({ municipality: { numbers, names } }: { readonly municipality: Municipality }) {
  const { t } = useTranslation('municipality');
  const since = (from: string | null) =>
    from === null ? t('fromBeginning') : t('from', { day: fullDay(from, currentLanguage()) });
  return (
    <Section id="over-time" title={t('overTime')}>
      <dl className={styles.facts}>
        <dt>{t('number')}</dt>
        {numbers.map(({ number, from }) => (
          <dd key={number + (from ?? '')}>
            {number} <span className={styles.quiet}>{since(from)}</span>
          </dd>
        ))}
        <dt>{t('name')}</dt>
        {names.map(({ name, from }) => (
          <dd key={name + (from ?? '')}>
            {name} <span className={styles.quiet}>{since(from)}</span>
          </dd>
        ))}
      </dl>
      <Paragraph className={styles.quiet}>{t('byOperator')}</Paragraph>
    </Section>
  );
}
