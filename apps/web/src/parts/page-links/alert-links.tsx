import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { useMay } from '../../session/session.js';
import { PageLinks } from './page-links.js';

/** Links between the alerts and the mail that tells them, for those who look after it; nothing for others. */
export function AlertLinks() {
  const { t } = useTranslation('parts');
  const mayManage = useMay('mail.manage');
  const unreached = useRead('/api/mail/unreached', { query: { size: 1 } }, { enabled: mayManage });
  if (!mayManage) return null;
  const count = unreached.data?.total ?? 0;
  return (
    <PageLinks
      label={t('alertLinks.label')}
      links={[
        { to: '/oppfolging/varsler', text: t('alertLinks.alerts') },
        { to: '/oppfolging/varsler/trinn', text: t('alertLinks.steps') },
        { to: '/oppfolging/varsler/e-post', text: t('alertLinks.outbox') },
        {
          to: '/oppfolging/varsler/ikke-nadd',
          text: t('alertLinks.unreached'),
          count: { number: count, inWords: t('alertLinks.unreachedCount', { count }) },
        },
      ]}
    />
  );
}
