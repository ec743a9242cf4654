import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takeKeysAgain, whenTypingPauses } from './typing-pause.js';
import { useSession } from '../session/session.js';
import { SignInAgain } from './sign-in-again.js';

/**
 * Dialog for an ended session, over an unchanged page: typed text stays, and can be continued after the same person has
 * signed in again. The dialog waits for a pause in typing, since letters typed into it would be lost.
 */
export function SessionEnded() {
  const { t } = useTranslation('shell');
  const { who, ended, instead } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (ended) return whenTypingPauses(() => dialog.current?.showModal());
    if (!dialog.current?.open) return undefined;
    dialog.current.close();
    takeKeysAgain();
    return undefined;
  }, [ended]);
  return (
    <Dialog
      ref={dialog}
      closeButton={false}
      onCancel={(event) => event.preventDefault()}
      aria-labelledby="session-ended"
    >
      <Heading level={2} data-size="xs" id="session-ended">
        {t(`sessionEnded.${instead}.title`)}
      </Heading>
      <Paragraph>{t(`sessionEnded.${instead}.detail`, { name: who.name })}</Paragraph>
      {ended && <SignInAgain />}
    </Dialog>
  );
}
