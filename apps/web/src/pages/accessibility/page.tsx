import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The accessibility statement (tilgjengelighetserklæring), open to anyone. */
export function Component() {
  const { t } = useTranslation('accessibility');
  useEffect(() => {
    document.title = `${t('title')} – Samspill`;
  }, [t]);
  return (
    <main>
      <Heading level={1}>{t('title')}</Heading>
      <Paragraph>{t('lead')}</Paragraph>
    </main>
  );
}
