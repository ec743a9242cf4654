import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { OwnMailLinks } from '../../parts/page-links/own-mail-links.js';
import { Section } from '../../parts/section/section.js';
import { Answered } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { Address } from './address.js';
import { AlwaysSent } from './always-sent.js';
import styles from './mail-preferences.module.css';
import { PreferencesForm } from './preferences-form.js';

/** A person's own choices about mail: what can be chosen, what comes in any case and why, and where it goes. */
export function Component() {
  const { t } = useTranslation('mail-preferences');
  const preferences = useRead('/api/mail/preferences');
  return (
    <Page title={t('title')}>
      <OwnMailLinks />
      <Answered of={preferences}>
        {(known) => (
          <div className={styles.page}>
            <Paragraph>{t('safe')}</Paragraph>
            <Address email={known.email} coordinators={known.coordinators} />
            <Section id="choose" title={t('choose')}>
              <PreferencesForm preferences={known} />
            </Section>
            <AlwaysSent preferences={known} />
          </div>
        )}
      </Answered>
    </Page>
  );
}
