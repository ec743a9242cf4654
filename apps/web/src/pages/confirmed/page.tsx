import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useRead } from '../../api/reads.js';
import { tellOtherTabs } from '../../parts/confirmed/confirmed-elsewhere.js';
import { OutsidePage } from '../../parts/outside-page/outside-page.js';
import { SignInFailure } from '../../parts/sign-in-failure/sign-in-failure.js';

/** The page to which the provider sends somebody who has confirmed who they are, or has failed to, in a tab of its own. */
export function Component() {
  const { t } = useTranslation('confirmed');
  const hasFailed = new URLSearchParams(useLocation().search).has('feil');
  useEffect(() => {
    if (!hasFailed) tellOtherTabs();
  }, [hasFailed]);
  return (
    <OutsidePage title={t(hasFailed ? 'title' : 'done')}>
      {hasFailed ? <NotConfirmed /> : <Paragraph>{t('goBack')}</Paragraph>}
    </OutsidePage>
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
