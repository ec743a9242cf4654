import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './accept-all.module.css';

/** Button to accept the whole plan: shows how many meetings it decides, and confirms once. */
export function AcceptAll({
  count,
  colliding,
  units,
  busy,
  disabled,
  onAccept,
}: {
  readonly count: number;
  /** Number of proposed meetings that are left out. */
  readonly colliding: number;
  readonly units: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onAccept: () => void;
}) {
  const { t } = useTranslation('year-plan');
  const dialog = useRef<HTMLDialogElement>(null);
  if (count === 0) return null;
  return (
    <>
      <Button data-size="sm" loading={busy} disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {t('accept.all', { count })}
      </Button>
      <Dialog ref={dialog} aria-labelledby="accept-all">
        <Heading level={2} data-size="xs" id="accept-all">
          {t('accept.ask', { count })}
        </Heading>
        <Paragraph>
          {t('accept.detail', { count: units })}
          {colliding > 0 && ` ${t('accept.leftOut', { count: colliding })}`}
        </Paragraph>
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              dialog.current?.close();
              onAccept();
            }}
          >
            {t('accept.yes')}
          </Button>
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            {t('accept.no')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
