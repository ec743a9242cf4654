import { Button, Dialog } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel-frame.module.css';

const WIDE = '(min-width: 80rem)';

/** Placeholder until something is opened: reserves the width, so that the board does not move. */
export function NothingOpen() {
  const { t } = useTranslation('follow-up');
  return <p className={styles.hint}>{t('panel.hint')}</p>;
}

interface PanelFrameProps {
  /** Subject of the panel; when it changes, the focus moves here again. */
  readonly about: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the board where there is room, and over it where there is not. Escape closes it, and focus goes back to the cell. */
export function PanelFrame({ about, label, onClose, children }: PanelFrameProps) {
  const { t } = useTranslation('follow-up');
  // It stays what it was opened as: whoever turns the screen or zooms in the middle of a note keeps what they have written.
  const [isWide] = useState(() => matchMedia(WIDE).matches);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isWide) panel.current?.focus({ preventScroll: true });
  }, [about, isWide]);
  if (!isWide)
    return (
      <Dialog open placement="right" closeButton={t('panel.close')} aria-label={label} onClose={onClose}>
        {children}
      </Dialog>
    );
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        className={styles.close}
        aria-label={t('panel.close')}
        onClick={onClose}
      >
        <XMarkIcon aria-hidden />
      </Button>
      {children}
    </aside>
  );
}
