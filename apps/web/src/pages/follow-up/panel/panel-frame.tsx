import { Button, Dialog } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel-frame.module.css';

const WIDE = '(min-width: 80rem)';
const watch = (told: () => void) => {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', told);
  return () => wide.removeEventListener('change', told);
};
const useIsWide = () => useSyncExternalStore(watch, () => matchMedia(WIDE).matches);

interface PanelFrameProps {
  /** What it is about: where that changes, the focus comes here again. */
  readonly about: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the board where there is room, and over it where there is not. Escape closes it, and focus goes back to the cell. */
export function PanelFrame({ about, label, onClose, children }: PanelFrameProps) {
  const { t } = useTranslation('follow-up');
  const isWide = useIsWide();
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
