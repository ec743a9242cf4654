import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { SignInFailure } from '../../parts/sign-in-failure/sign-in-failure.js';

const REFUSALS = ['used', 'expired', 'revoked', 'unknown', 'another', 'without-role'] as const;
export type Refusal = (typeof REFUSALS)[number];
export const isRefusal = (text: string | null): text is Refusal =>
  (REFUSALS as readonly (string | null)[]).includes(text);

/** Why the link lets nobody in; without a refusal, the sign-in itself failed, and the link still works. */
export function NotLetIn({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { t } = useTranslation('invitation');
  const provider = useRead('/api/sign-in').data?.provider?.name ?? t('provider');
  if (!refusal)
    return (
      <>
        <SignInFailure provider={provider} />
        <Paragraph>{t('openAgain')}</Paragraph>
      </>
    );
  return (
    <>
      <Alert data-color="warning">{t(`refusals.${refusal}`, { provider })}</Alert>
      <Link to="/logg-inn">{t('signIn')}</Link>
    </>
  );
}
