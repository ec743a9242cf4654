import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** A page that broke, or whose part could not be fetched: what was saved is safe, and loading again is the remedy. */
export function BrokenPage() {
  const { t } = useTranslation('frame');
  // without a line the page did not break: it could not be fetched
  const kind = navigator.onLine ? 'broken' : 'states.offline';
  return (
    <main className="broken-page">
      <div role="alert">
        <Heading level={1} data-size="md">
          {t(`${kind}.title`)}
        </Heading>
        <Paragraph>{t(`${kind}.detail`)}</Paragraph>
      </div>
      <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
    </main>
  );
}
