import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { useNewAlerts } from '../new-alerts/new-alerts.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['board', '/oppfolging'],
  ['calls', '/oppfolging/ring'],
  ['overdue', '/oppfolging/over-frist'],
  ['orphans', '/oppfolging/uten-ansvarlig'],
  ['alerts', '/oppfolging/varsler'],
  ['refusedDecisions', '/oppfolging/avvik'],
] as const;

/** Links of the coordinator's follow-up pages; nothing for others. */
export function FollowUpLinks() {
  const mayFollowUp = useMay('follow-up.read');
  return mayFollowUp ? <Links /> : null;
}

function Links() {
  const { t } = useTranslation('parts');
  const fresh = useNewAlerts();
  const isAlerts = (key: string) => key === 'alerts';
  return (
    <PageLinks
      label={t('followUpLinks.label')}
      links={PLACES.map(([key, to]) => ({
        to,
        text: t(`followUpLinks.${key}`),
        ...(isAlerts(key) && {
          withSubpages: true,
          count: { number: fresh, inWords: t('followUpLinks.newAlerts', { count: fresh }) },
        }),
      }))}
    />
  );
}
