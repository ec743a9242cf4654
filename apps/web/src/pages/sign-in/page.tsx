import { Paragraph, Tag } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useRead } from '../../api/reads.js';
import { OutsidePage } from '../../parts/outside-page/outside-page.js';
import { Personas } from '../../parts/personas/personas.js';
import { Answered } from '../../parts/states/states.js';
import { beginSession } from '../../session/session.js';
import { ProvenIdentity, ProviderSignIn } from './provider-sign-in.js';

/** Only our own URLs: a link from elsewhere must not redirect a user after sign-in. */
const isOurs = (address: unknown): address is string => typeof address === 'string' && /^\/(?!\/)/.test(address);
/** Milliseconds between two looks at whether the coordinator has answered, or the provider is back. */
const LOOK_AGAIN_MS = 15_000;

/**
 * Sign-in at the provider, or by choosing a person in the demo. Afterwards the user goes to the requested page. `reason`:
 * why the earlier session ended.
 */
export function Component() {
  const { t } = useTranslation('sign-in');
  const { state } = useLocation() as { state: { from?: unknown; reason?: unknown } | null };
  const from = isOurs(state?.from) ? state.from : '/';
  const signIn = useRead('/api/sign-in');
  const { data, refetch } = signIn;
  const waits =
    data?.provider?.isAvailable === false ||
    (data?.identity?.municipalities.some((place) => place.state === 'waiting') ?? false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, refetch]);
  return (
    <OutsidePage title={t('title')} tag={data?.via === 'persona-picker' && <Tag data-color="month">Demodata</Tag>}>
      {typeof state?.reason === 'string' && <Paragraph role="alert">{state.reason}</Paragraph>}
      <Answered of={signIn}>
        {(way) => {
          if (way.identity) return <ProvenIdentity identity={way.identity} onChanged={() => void refetch()} />;
          if (way.provider) return <ProviderSignIn signIn={way} from={from} />;
          return (
            <>
              <Paragraph>{t('lead')}</Paragraph>
              <Personas
                onChosen={async (personId) => {
                  await beginSession(personId);
                  location.assign(from);
                }}
              />
            </>
          );
        }}
      </Answered>
      <Link to="/tilgjengelighet">{t('accessibility')}</Link>
    </OutsidePage>
  );
}
