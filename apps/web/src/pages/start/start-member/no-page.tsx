import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Empty } from '../../../parts/states/states.js';

/** Start page of auditors, the only role that has no part of it yet, and of users without a role. */
export function NoPage() {
  const { t } = useTranslation('start-member');
  const kind = useSession().who.roles.length > 0 ? 'emptyLog' : 'nobody';
  return <Empty title={t(`noPage.${kind}.title`)}>{t(`noPage.${kind}.detail`)}</Empty>;
}
