import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useEffect, type ReactNode, type RefObject } from 'react';
import styles from './asking-dialog.module.css';

interface AskingDialogProps {
  /** The dialog, for those who close it. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Id of the heading. */
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over an unchanged page, open from the beginning. */
export function AskingDialog({ dialog, id, title, onClose, children }: AskingDialogProps) {
  useEffect(() => dialog.current?.showModal(), [dialog]);
  return (
    <Dialog ref={dialog} onClose={onClose} aria-labelledby={id}>
      <div className={styles.content}>
        <Heading level={2} data-size="xs" id={id}>
          {title}
        </Heading>
        {children}
      </div>
    </Dialog>
  );
}

/** The answers to the question, side by side where there is room. */
export function AskingButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
