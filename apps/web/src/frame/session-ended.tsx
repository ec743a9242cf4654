import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whenHandsRest } from './hands.js';
import { Personas } from './personas.js';
import { useSession } from './session.js';

/**
 * Says that the session has ended, over a page that stays as it was: what is typed is behind it, and is there when the
 * same person has signed in again. Whoever is in mid-sentence ends it first: letters that fell on the dialog would be lost.
 */
export function SessionEnded() {
  const { t } = useTranslation('frame');
  const { who, ended, instead, signIn } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (ended) return whenHandsRest(() => dialog.current?.showModal());
    dialog.current?.close();
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
      {ended && <Personas first={who.personId} onChosen={signIn} />}
    </Dialog>
  );
}
