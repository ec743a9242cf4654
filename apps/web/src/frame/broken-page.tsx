import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** A page that broke, or whose part could not be fetched: what was saved is safe, and loading again is the remedy. */
export function BrokenPage() {
  const { t } = useTranslation('frame');
  return (
    <main className="broken-page">
      <Heading level={1} data-size="md">
        {t('broken.title')}
      </Heading>
      <Paragraph>{t('broken.detail')}</Paragraph>
      <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
    </main>
  );
}
