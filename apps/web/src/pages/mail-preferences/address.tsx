import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { Section } from '../../parts/section/section.js';
import { currentLanguage } from '../../words/language.js';
import type { Preferences } from './preferences.js';

/** Where mail goes, or that there is no address, and who can correct it. */
export function Address({ email, coordinators }: Pick<Preferences, 'email' | 'coordinators'>) {
  const { t } = useTranslation('mail-preferences');
  const names = listed(
    coordinators.map(({ name }) => name),
    currentLanguage(),
  );
  const mended = names === '' ? t('address.mended') : t('address.mendedBy', { names });
  return (
    <Section id="address" title={t('address.title')}>
      {email === null ? (
        <Alert data-color="warning">
          <Paragraph>
            {t('address.none')} {mended}
          </Paragraph>
        </Alert>
      ) : (
        <Paragraph>
          {t('address.goesTo')} <strong>{email}</strong>. {mended}
        </Paragraph>
      )}
    </Section>
  );
}
