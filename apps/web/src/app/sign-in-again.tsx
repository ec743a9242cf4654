import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/reads.js';
import { Personas } from '../parts/personas/personas.js';
import { Answered } from '../parts/states/states.js';
import { useSession } from '../session/session.js';

/**
 * Signing in again beside a page with unsent text: in the demo by choosing the person, otherwise at the provider in
 * another tab. The page looks whether that has happened each time it is shown again.
 */
export function SignInAgain() {
  const { t } = useTranslation('shell');
  const { who, signIn, resume } = useSession();
  const way = useRead('/api/sign-in');
  const isAtProvider = way.data?.via === 'openid-connect';
  useEffect(() => {
    if (!isAtProvider) return undefined;
    const look = () => void resume();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [isAtProvider, resume]);
  return (
    <Answered of={way}>
      {({ provider }) =>
        provider ? (
          <>
            <Paragraph>{t('sessionEnded.inOtherTab')}</Paragraph>
            <Button asChild>
              <a href="/openid/start" target="_blank" rel="noreferrer">
                {t('sessionEnded.signIn', { provider: provider.name })}
              </a>
            </Button>
          </>
        ) : (
          <Personas first={who.personId} onChosen={signIn} />
        )
      }
    </Answered>
  );
}
