import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Answered } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { ApprovedSignIn } from './approved-sign-in.js';
import { InvitePerson } from './invite-person.js';
import { InvitedPerson } from './invited-person.js';
import styles from './sign-ins.module.css';
import { WaitingSignIn } from './waiting-sign-in.js';

/** The coordinator says who it is that signs in for the first time, and ends sign-ins. */
export function Component() {
  const { t } = useTranslation('sign-ins');
  const signIns = useRead('/api/sign-ins');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answered of={signIns}>
        {({ waiting, approved, invited, everybodySignedOutOn }) => (
          <>
            <Section id="waiting" title={t('waiting.title')} lead={waiting.length > 0 ? t('waiting.said') : undefined}>
              {waiting.length === 0 && <Paragraph>{t('waiting.none')}</Paragraph>}
              <ul className={styles.list}>
                {waiting.map((one) => (
                  <WaitingSignIn key={one.identityId} waiting={one} />
                ))}
              </ul>
            </Section>
            <Section id="invited" title={t('invited.title')} lead={t('invited.lead')}>
              <InvitePerson />
              <ul className={styles.list}>
                {invited.map((one) => (
                  <InvitedPerson key={one.personId} invited={one} />
                ))}
              </ul>
            </Section>
            <Section id="approved" title={t('approved.title')}>
              {approved.length === 0 && <Paragraph>{t('approved.none')}</Paragraph>}
              {everybodySignedOutOn !== null && (
                <Paragraph data-size="sm">
                  {t('approved.everybodySignedOut', { day: fullDay(everybodySignedOutOn, currentLanguage()) })}
                </Paragraph>
              )}
              <ul className={styles.list}>
                {approved.map((one) => (
                  <ApprovedSignIn key={one.identityId} approved={one} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}
