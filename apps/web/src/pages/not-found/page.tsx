import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Page } from '../../shell/page.js';

/** An unknown URL, most often one that was cut in a mail. */
export function Component() {
  const { t } = useTranslation('not-found');
  return (
    <Page title={t('title')}>
      <Paragraph>{t('detail')}</Paragraph>
      <Link asChild>
        <RouterLink to="/">{t('home')}</RouterLink>
      </Link>
    </Page>
  );
}
