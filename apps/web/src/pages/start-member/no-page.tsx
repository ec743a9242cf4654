import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHolds } from '../../frame/session.js';
import { Empty } from '../../frame/states.js';

/** The start page of those whose pages come later: says what they will find here, and where they can go now. */
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
