import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { OwnMailLinks } from '../../parts/page-links/own-mail-links.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { DigestBody } from './digest-body.js';
import styles from './digests.module.css';

/** The digest as it would be if it were made now. */
export function Component() {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  const preview = useRead('/api/digests/preview');
  const preferences = useRead('/api/mail/preferences');
  const next = preferences.data?.nextDigestOn;
  return (
    <Page title={t('preview.title')}>
      <OwnMailLinks />
      <Answered of={preview}>
        {({ mail }) =>
          mail ? (
            <div className={styles.page}>
              <Alert data-color="info">
                <Paragraph>
                  {t('preview.what')} {next && t('preview.next', { day: longDay(next, currentLanguage(), who.today) })}
                </Paragraph>
              </Alert>
              <DigestBody digest={mail.shown} />
            </div>
          ) : (
            <Empty
              title={t('preview.none')}
              action={
                <Button asChild variant="secondary">
                  <Link to="/innstillinger/varsler">{t('empty.choose')}</Link>
                </Button>
              }
            >
              {t('preview.noneDetail')}
            </Empty>
          )
        }
      </Answered>
    </Page>
  );
}
