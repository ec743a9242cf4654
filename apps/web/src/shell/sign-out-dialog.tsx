import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOnce } from '../api/use-once.js';
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
  useEffect(() => dialog.current?.showModal(), []);
  const leave = (alsoUnsent: boolean) => {
    setFailed(false);
    void once(() => signOut(alsoUnsent).catch(() => setFailed(true)));
  };
  return (
    <Dialog ref={dialog} onClose={onClose} aria-labelledby="sign-out-title">
      <Heading level={2} data-size="xs" id="sign-out-title">
        {t('signOut.title')}
      </Heading>
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
      <div className={styles.buttons}>
        <Button variant="secondary" onClick={() => leave(false)}>
          {t('signOut.keep')}
        </Button>
        <Button variant="secondary" data-color="danger" onClick={() => leave(true)}>
          {t('signOut.remove')}
        </Button>
        <Button variant="tertiary" onClick={() => dialog.current?.close()}>
          {t('signOut.cancel')}
        </Button>
      </div>
      <p role="alert">{hasFailed && t('menu.signOutFailed')}</p>
    </Dialog>
  );
}
