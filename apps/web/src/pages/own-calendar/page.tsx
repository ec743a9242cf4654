import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { MeetingLinks } from '../../parts/page-links/meeting-links.js';
import { Answered } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { NoSubscription } from './no-subscription.js';
import styles from './own-calendar.module.css';
import { Subscription } from './subscription.js';

/** The subscription to one's own meetings in one's own calendar program. */
export function Component() {
  const { t } = useTranslation('own-calendar');
  const feed = useRead('/api/calendar-feed');
  return (
    <Page title={t('title')}>
      <MeetingLinks />
      <Answered of={feed}>
        {({ url }) => (
          <div className={styles.page}>
            <Paragraph>{t('what')}</Paragraph>
            {url === null ? <NoSubscription /> : <Subscription url={url} />}
            <section aria-labelledby="holds">
              <Heading level={2} data-size="2xs" id="holds">
                {t('holds.title')}
              </Heading>
              <ul>
                <li>{t('holds.in')}</li>
                <li>{t('holds.out')}</li>
                <li>{t('holds.who')}</li>
                <li>{t('holds.when')}</li>
              </ul>
            </section>
          </div>
        )}
      </Answered>
    </Page>
  );
}
