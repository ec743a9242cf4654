import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { Link } from 'react-router';
import { Section } from '../../parts/section/section.js';
import { useMay, useSession } from '../../session/session.js';
import { currentLanguage } from '../../words/language.js';
import type { Preferences } from './preferences.js';

/** Shows the person's mail address, or that there is none, and who can correct it. */
export function Address({ email, coordinators }: Pick<Preferences, 'email' | 'coordinators'>) {
  const { t } = useTranslation('mail-preferences');
  const names = listed(
    coordinators.map(({ name }) => name),
    currentLanguage(),
  );
  const { who } = useSession();
  const mayCorrect = useMay('registry.manage');
  const correction = mayCorrect ? (
    <Link to={`/personer/${who.personId}`}>{t('address.correctIt')}</Link>
  ) : names === '' ? (
    t('address.corrected')
  ) : (
    t('address.correctedBy', { names })
  );
  return (
    <Section id="address" title={t('address.title')}>
      {email === null ? (
        <Alert data-color="warning">
          <Paragraph>
            {t('address.none')} {correction}
          </Paragraph>
        </Alert>
      ) : (
        <Paragraph>
          {t('address.goesTo')} <strong>{email}</strong>. {correction}
        </Paragraph>
      )}
    </Section>
  );
}
