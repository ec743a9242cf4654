import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useRead } from '../../api/reads.js';
import { tellOtherTabs } from '../../parts/confirmed/confirmed-elsewhere.js';
import { SignInFailure } from '../../parts/sign-in-failure/sign-in-failure.js';
import styles from './confirmed.module.css';

/** The page to which the provider sends somebody who has proven anew who they are, or has failed to, in a tab of its own. */
export function Component() {
  const { t } = useTranslation('confirmed');
  const hasFailed = new URLSearchParams(useLocation().search).has('feil');
  const title = t(hasFailed ? 'title' : 'done');
  useEffect(() => {
    document.title = `${title} – Samspill`;
  }, [title]);
  useEffect(() => {
    if (!hasFailed) tellOtherTabs();
  }, [hasFailed]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Samspill</p>
      <Heading level={1} data-size="md">
        {title}
      </Heading>
      {hasFailed ? <NotConfirmed /> : <Paragraph>{t('goBack')}</Paragraph>}
    </main>
  );
}

function NotConfirmed() {
  const { t } = useTranslation('confirmed');
  const provider = useRead('/api/sign-in').data?.provider?.name ?? t('provider');
  return (
    <>
      <SignInFailure provider={provider} />
      <Link href="/openid/start?confirm=1">{t('again')}</Link>
      <Paragraph>{t('nothingLost')}</Paragraph>
    </>
  );
}
