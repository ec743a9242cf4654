import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useOnce } from '../../api/use-once.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { NotLetIn } from './not-let-in.js';

/** Milliseconds between two looks at whether the provider is back. */
const LOOK_AGAIN_MS = 15_000;

const look = (token: string) => answered(api.POST('/api/sign-in/invitation', { body: { token } }));

/** Names the person that the link is for, with the button that begins the sign-in. */
export function InvitationLink({ token }: { readonly token: string }) {
  const { t } = useTranslation('invitation');
  const once = useOnce();
  const [problem, setProblem] = useState<unknown>();
  const looked = useQuery({
    queryKey: ['/api/sign-in/invitation', token],
    queryFn: () => look(token),
    refetchInterval: ({ state: { data } }) => (data?.provider?.isAvailable === false ? LOOK_AGAIN_MS : false),
  });
  const begin = () =>
    void once(async () => {
      setProblem(undefined);
      try {
        const { signInAt } = await answered(api.POST('/api/sign-in/invitation/start', { body: { token } }));
        location.assign(signInAt);
      } catch (fault) {
        setProblem(fault);
        await looked.refetch();
      }
    });
  return (
    <Answered of={looked}>
      {({ state, invited, provider }) => {
        if (!provider) return <Alert data-color="warning">{t('demo')}</Alert>;
        if (state !== 'open' || !invited) return <NotLetIn refusal={state === 'open' ? 'unknown' : state} />;
        return (
          <>
            <Paragraph>{t('for', invited)}</Paragraph>
            <Paragraph>{t('how', { provider: provider.name })}</Paragraph>
            {provider.isAvailable ? (
              <Button onClick={begin}>{t('begin', { provider: provider.name })}</Button>
            ) : (
              <Alert data-color="warning">{t('providerDown', { provider: provider.name })}</Alert>
            )}
            {problem !== undefined && <ProblemShown problem={problem} />}
            <Paragraph data-size="sm">
              {t('until', { when: instantInWords(invited.until, currentLanguage()) })}
            </Paragraph>
          </>
        );
      }}
    </Answered>
  );
}
