import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { SettingsLinks } from '../../parts/page-links/settings-links.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { isGroup, type Group } from './groups.js';
import { RuleChanges } from './rule-changes.js';
import { RuleForm } from './rule-form.js';
import styles from './rules.module.css';

/** One page of the municipality's settings: what they mean, what they are, what they affect, and who changed them. */
export function Component() {
  const { t } = useTranslation('rules');
  const { group } = useParams();
  const mayManage = useMay('registry.manage');
  if (!isGroup(group) || !mayManage)
    return (
      <Page title={t('title')}>
        <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
      </Page>
    );
  return <Rules key={group} group={group} />;
}

function Rules({ group }: { readonly group: Group }) {
  const { t } = useTranslation('rules');
  const municipality = useRead('/api/municipality');
  return (
    <Page title={t(`groups.${group}.title`)} lead={t(`groups.${group}.lead`)}>
      <SettingsLinks />
      <div className={styles.page}>
        <Answered of={municipality}>{(known) => <RuleForm group={group} municipality={known} />}</Answered>
        <RuleChanges group={group} />
      </div>
    </Page>
  );
}
