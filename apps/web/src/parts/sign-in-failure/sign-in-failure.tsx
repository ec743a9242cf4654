import { Alert } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const FAILURES = [
  'unavailable',
  'denied',
  'expired',
  'used',
  'level',
  'not-renewed',
  'another-person',
  'untrusted',
] as const;
type Failure = (typeof FAILURES)[number];
const isFailure = (text: string | null): text is Failure => (FAILURES as readonly (string | null)[]).includes(text);

/** Why the last attempt to sign in at the provider failed, if the address says that one did. */
export function SignInFailure({ provider }: { readonly provider: string }) {
  const { t } = useTranslation('sign-in-failure');
  const failure = new URLSearchParams(location.search).get('feil');
  return isFailure(failure) ? <Alert data-color="warning">{t(failure, { provider })}</Alert> : null;
}
