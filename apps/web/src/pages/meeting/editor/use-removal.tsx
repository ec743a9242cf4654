import { Button } from '@digdir/designsystemet-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { idOf, type Draft, type ListName, type RowOf } from '../draft/draft.js';
import { useEditing } from './editing.js';
import styles from './removal.module.css';

interface Removed<L extends ListName> {
  readonly row: RowOf<L>;
  readonly at: number;
}

/** Removes a row, with an undo that restores its place. */
export function useRemoval<L extends ListName>(
  list: L,
  message: string,
): { readonly remove: (id: string) => void; readonly undo: ReactNode } {
  const { t } = useTranslation('meeting');
  const announce = useAnnounce();
  const { store } = useEditing();
  const [removed, setRemoved] = useState<Removed<L>>();
  const remove = useCallback(
    (id: string) => {
      const rows = store.snapshot().writing.mine[list] as readonly RowOf<L>[];
      const at = rows.findIndex((row) => idOf(list, row) === id);
      if (at < 0) return;
      setRemoved({ row: rows[at]!, at });
      store.edit((draft) => ({ ...draft, [list]: rowsOf<L>(draft, list).toSpliced(at, 1) }));
      announce(message);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-undo]')?.focus());
    },
    [store, list, announce, message],
  );
  const undo = removed && (
    <p className={styles.undo}>
      {message}{' '}
      <Button
        data-size="sm"
        variant="tertiary"
        data-undo
        onClick={() => {
          store.edit((draft) => ({ ...draft, [list]: rowsOf<L>(draft, list).toSpliced(removed.at, 0, removed.row) }));
          setRemoved(undefined);
        }}
      >
        {t('undo')}
      </Button>
    </p>
  );
  return { remove, undo };
}
const rowsOf = <L extends ListName>(draft: Draft, list: L) => [...(draft[list] as readonly RowOf<L>[])];
