import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['digests', '/oppsummering'],
  ['preferences', '/innstillinger/varsler'],
] as const;

/** Links between one's digests and one's choices about mail; nothing for those who get no mail. */
export function OwnMailLinks() {
  const { t } = useTranslation('parts');
  const getsMail = useMay('mail.receive');
  if (!getsMail) return null;
  return (
    <PageLinks
      label={t('ownMailLinks.label')}
      links={PLACES.map(([key, to]) => ({ to, text: t(`ownMailLinks.${key}`) }))}
    />
  );
}
