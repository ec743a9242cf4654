import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['meetings', '/moter'],
  ['protocols', '/protokoller'],
] as const;

/** Links between meetings and protocols; nothing for those who may read no protocol. */
export function MeetingLinks() {
  const { t } = useTranslation('parts');
  const mayRead = useMay('protocol.read');
  if (!mayRead) return null;
  return (
    <PageLinks
      label={t('meetingLinks.label')}
      links={PLACES.map(([key, to]) => ({ to, text: t(`meetingLinks.${key}`) }))}
    />
  );
}
