import { Alert, Details, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import styles from './digests.module.css';
import type { MadeDigest } from './digests.js';

/** Says whether the page shows exactly what was sent, and shows the mail's text as it was. */
export function AboutDigest({ made }: { readonly made: MadeDigest }) {
  const { t } = useTranslation('digests');
  const { isAsSent, areBytesKept, shown, text } = made;
  return (
    <div className={styles.provenance}>
      {isAsSent ? (
        <Paragraph data-size="sm" className={styles.quiet}>
          {t(areBytesKept ? 'asSent.kept' : 'asSent.again')}
        </Paragraph>
      ) : (
        <Alert data-color="warning">
          <Paragraph>{t('asSent.differs')}</Paragraph>
        </Alert>
      )}
      <Details data-size="sm">
        <Details.Summary>{t('asText')}</Details.Summary>
        <Details.Content>
          <div className={styles.text} lang={shown.language}>
            {text}
          </div>
        </Details.Content>
      </Details>
    </div>
  );
}
