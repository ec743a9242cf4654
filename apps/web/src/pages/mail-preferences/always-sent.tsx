import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section/section.js';
import type { Preferences } from './preferences.js';
import styles from './mail-preferences.module.css';

const ALWAYS = ['waiting', 'soon', 'reminded', 'called'] as const;

/** Lists the mails that come whatever is chosen, with their time and reason. */
export function AlwaysSent({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation('mail-preferences');
  const { isDigestMandatory, municipality } = preferences;
  return (
    <Section id="always" title={t('always.title')} lead={t('always.why')}>
      <ul className={styles.always}>
        {isDigestMandatory && <li>{t('always.digest')}</li>}
        {ALWAYS.map((kind) => (
          <li key={kind}>{t(`always.${kind}`, { hour: municipality.hour })}</li>
        ))}
      </ul>
      <Paragraph data-size="sm" className={styles.quiet}>
        {t('always.never')}
      </Paragraph>
    </Section>
  );
}
