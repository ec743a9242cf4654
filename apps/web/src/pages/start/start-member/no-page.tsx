import { useTranslation } from 'react-i18next';
import { useHolds } from '../../../session/session.js';
import { Empty } from '../../../parts/states/states.js';

/** Start page for roles whose pages come later, and for users without a role. */
export function NoPage() {
  const { t } = useTranslation('start-member');
  const kind = useHolds('auditor') ? 'auditor' : 'nobody';
  return <Empty title={t(`noPage.${kind}.title`)}>{t(`noPage.${kind}.detail`)}</Empty>;
}
