import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['all', '/innstillinger'],
  ['municipality', '/innstillinger/kommunen'],
  ['meetings', '/innstillinger/regler/moter'],
  ['deadlines', '/innstillinger/regler/frister'],
  ['actions', '/innstillinger/regler/tiltak'],
  ['children', '/innstillinger/regler/barn'],
  ['mail', '/innstillinger/regler/e-post'],
] as const;

/** Links between the settings of the municipality; nothing for those who may not change them. */
export function SettingsLinks() {
  const { t } = useTranslation('parts');
  const mayManage = useMay('registry.manage');
  if (!mayManage) return null;
  return (
    <PageLinks
      label={t('settingsLinks.label')}
      links={PLACES.map(([key, to]) => ({ to, text: t(`settingsLinks.${key}`) }))}
    />
  );
}
