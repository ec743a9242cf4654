import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/page.js';
import { useSession } from '../../frame/session.js';

/** What needs the one who is signed in now; each role sees the system from its own side. */
export function Component() {
  const { t } = useTranslation('start');
  const { who } = useSession();
  return (
    <Page title={t('title')} lead={who.name}>
      {null}
    </Page>
  );
}
