import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOnce } from '../api/use-once.js';
import { AskingButtons, AskingDialog } from '../parts/asking-dialog/asking-dialog.js';
import { useSession } from '../session/session.js';
import styles from './sign-out-dialog.module.css';

interface SignOutDialogProps {
  /** Meetings with text that the server has not got. */
  readonly meetings: readonly string[];
  readonly onClose: () => void;
}

/** Signing out while this machine has unsent text: the user sends it, keeps it here, or deletes it. */
export function SignOutDialog({ meetings, onClose }: SignOutDialogProps) {
  const { t } = useTranslation('shell');
  const { signOut } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const once = useOnce();
  const [hasFailed, setFailed] = useState(false);
  const leave = (alsoUnsent: boolean) => {
    setFailed(false);
    void once(() => signOut(alsoUnsent).catch(() => setFailed(true)));
  };
  return (
    <AskingDialog dialog={dialog} id="sign-out-title" title={t('signOut.title')} onClose={onClose}>
      <Paragraph>{t('signOut.detail', { count: meetings.length })}</Paragraph>
      <ul className={styles.meetings}>
        {meetings.map((meetingId, at) => (
          <li key={meetingId}>
            <Link to={`/moter/${meetingId}`} onClick={() => dialog.current?.close()}>
              {t('signOut.open', { count: meetings.length, number: at + 1 })}
            </Link>
          </li>
        ))}
      </ul>
      <AskingButtons>
        <Button variant="secondary" onClick={() => leave(false)}>
          {t('signOut.keep')}
        </Button>
        <Button variant="secondary" data-color="danger" onClick={() => leave(true)}>
          {t('signOut.remove')}
        </Button>
        <Button variant="tertiary" onClick={() => dialog.current?.close()}>
          {t('signOut.cancel')}
        </Button>
      </AskingButtons>
      {hasFailed && <Paragraph role="alert">{t('menu.signOutFailed')}</Paragraph>}
    </AskingDialog>
  );
}
