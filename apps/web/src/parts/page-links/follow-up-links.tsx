import { useTranslation } from 'react-i18next';
import { rightOf } from '../../session/held-rights.js';
import { useMay, useSession } from '../../session/session.js';
import { useNewAlerts } from '../new-alerts/new-alerts.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['board', '/oppfolging'],
  ['calls', '/oppfolging/ring'],
  ['overdue', '/oppfolging/over-frist'],
  ['orphans', '/oppfolging/uten-ansvarlig'],
  ['alerts', '/oppfolging/varsler'],
  ['agreements', '/oppfolging/avtaler'],
  ['refusedDecisions', '/oppfolging/avvik'],
] as const;
/** Links for those who read the whole board without following units up. */
const OF_READERS: readonly string[] = ['board', 'agreements'];

/** Links of the follow-up pages: all for the coordinator, two for others who read the whole board, none for the rest. */
export function FollowUpLinks() {
  const mayFollowUp = useMay('follow-up.read');
  const { who } = useSession();
  if (mayFollowUp) return <Links />;
  return rightOf(who, 'board.read')?.everywhere ? <ReadersLinks /> : null;
}

function ReadersLinks() {
  const { t } = useTranslation('parts');
  const places = PLACES.filter(([key]) => OF_READERS.includes(key));
  return (
    <PageLinks
      label={t('followUpLinks.label')}
      links={places.map(([key, to]) => ({ to, text: t(`followUpLinks.${key}`) }))}
    />
  );
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
