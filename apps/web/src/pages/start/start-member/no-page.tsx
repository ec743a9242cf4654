import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHolds } from '../../../session/session.js';
import { Empty } from '../../../parts/states/states.js';

/** Start page for roles whose pages come later: describes them, and links to the available pages. */
export function NoPage() {
  const { t } = useTranslation('start-member');
  const isDirector = useHolds('director');
  const isElected = useHolds('elected');
  const isAuditor = useHolds('auditor');
  const kind = isDirector ? 'director' : isElected ? 'elected' : isAuditor ? 'auditor' : 'nobody';
  return (
    <Empty
      title={t(`noPage.${kind}.title`)}
      action={isDirector ? <Link to="/oppfolging">{t('noPage.board')}</Link> : undefined}
    >
      {t(`noPage.${kind}.detail`)}
    </Empty>
  );
}
