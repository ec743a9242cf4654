import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { idOf, LISTS, type Draft, type RowOf } from '../draft/draft.js';
import { useEditing } from './editing.js';
import { newId } from './new-row.js';
import { focusRow, keepingFocus } from './row-keys.js';
import { moved, withAfter } from './row-order.js';

type GrowingList = 'matters' | 'actions';
/** Text keys for rows of each list. */
const WORDS: Readonly<Record<GrowingList, string>> = { matters: 'matter', actions: 'action' };

/** Copies a row to below itself and moves it; announces both, and the focus follows. */
export function useRowHandling<L extends GrowingList>(
  list: L,
): { readonly copy: (id: string) => void; readonly move: (id: string, by: -1 | 1) => void } {
  const { t } = useTranslation('meeting');
  const announce = useAnnounce();
  const { store } = useEditing();
  const copy = useCallback(
    (id: string) => {
      const rows = rowsOf(store.snapshot().writing.mine, list);
      const at = placeIn(rows, list, id);
      const from = rows[at];
      if (!from) return;
      const copied = newId();
      const row = { ...from, [LISTS[list]]: copied };
      store.edit((draft) => ({ ...draft, [list]: withAfter(rows, at, row) }));
      focusRow(copied);
      const words: string = WORDS[list];
      announce(t(`${words}.copied`, { number: at + 2 }));
    },
    [store, list, announce, t],
  );
  const move = useCallback(
    (id: string, by: -1 | 1) => {
      const rows = rowsOf(store.snapshot().writing.mine, list);
      const at = placeIn(rows, list, id);
      const order = moved(rows, at, by);
      if (order === rows) return announce(t(by < 0 ? 'order.first' : 'order.last'));
      keepingFocus(() => store.edit((draft) => ({ ...draft, [list]: order })));
      announce(t('order.moved', { number: at + 1 + by, all: rows.length }));
    },
    [store, list, announce, t],
  );
  return { copy, move };
}

const rowsOf = <L extends GrowingList>(draft: Draft, list: L) => draft[list] as readonly RowOf<L>[];
const placeIn = <L extends GrowingList>(rows: readonly RowOf<L>[], list: L, id: string) =>
  rows.findIndex((row) => idOf(list, row) === id);
