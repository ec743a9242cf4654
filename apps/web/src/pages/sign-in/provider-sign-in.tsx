import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/reads.js';
import { useOnce } from '../../api/use-once.js';
import { SignInFailure } from '../../parts/sign-in-failure/sign-in-failure.js';
import { ProblemShown } from '../../parts/states/states.js';
import styles from './sign-in.module.css';

type SignIn = Answer<'/api/sign-in'>;
type Place = NonNullable<SignIn['identity']>['municipalities'][number];

const startAt = (page: string, more: Readonly<Record<string, string>> = {}): string =>
  `/openid/start?${new URLSearchParams({ return: page, ...more }).toString()}`;

/** The way to the provider, and why the last attempt failed. `from`: the page to go to afterwards. */
export function ProviderSignIn({ signIn, from }: { readonly signIn: SignIn; readonly from: string }) {
  const { t } = useTranslation('sign-in');
  const provider = signIn.provider?.name ?? '';
  const isAvailable = signIn.provider?.isAvailable ?? false;
  return (
    <>
      <SignInFailure provider={provider} />
      <Paragraph>{t('withProvider', { provider })}</Paragraph>
      {isAvailable ? (
        <Button asChild>
          <a href={startAt(from)}>{t('signInAt', { provider })}</a>
        </Button>
      ) : (
        <Alert data-color="warning">{t('providerDown', { provider })}</Alert>
      )}
      {isAvailable && <a href={startAt(from, { choose: '1' })}>{t('chooseMunicipality')}</a>}
    </>
  );
}

/** Lets somebody whom the provider has proven enter a municipality, ask to be let in, or wait. */
export function ProvenIdentity({
  identity,
  onChanged,
}: {
  readonly identity: NonNullable<SignIn['identity']>;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('sign-in');
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const send = (change: () => Promise<void>) => void once(() => change().catch(setProblem));
  const choose = ({ municipality }: Place) =>
    send(async () => {
      const answer = (await answered(api.POST('/api/sign-in', { body: { municipality } }))) as SignIn;
      if (answer.signedIn) return location.assign(answer.returnTo ?? '/');
      return onChanged();
    });
  const leave = () =>
    send(async () => {
      await answered(api.DELETE('/api/sign-in'));
      onChanged();
    });
  const isWaiting = identity.municipalities.some(({ state }) => state === 'waiting');
  return (
    <>
      <Paragraph>{identity.name === null ? t('provenNameless') : t('proven', { name: identity.name })}</Paragraph>
      <ul className={styles.places} aria-live="polite">
        {identity.municipalities.map((place) => (
          <li key={place.municipality} className={styles.place}>
            <Heading level={2} data-size="2xs">
              {place.name}
            </Heading>
            <Paragraph>{t(`states.${place.state}`)}</Paragraph>
            {place.state === 'approved' && <Button onClick={() => choose(place)}>{t('enter', place)}</Button>}
            {place.state === 'unknown' && (
              <Button variant="secondary" onClick={() => choose(place)}>
                {t('ask', place)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isWaiting && <Paragraph>{t('whatNext')}</Paragraph>}
      {problem !== undefined && <ProblemShown problem={problem} onAgain={onChanged} />}
      <Button variant="tertiary" onClick={leave}>
        {t('leave')}
      </Button>
    </>
  );
}
