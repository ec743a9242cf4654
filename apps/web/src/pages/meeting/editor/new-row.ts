import { useCallback, useState } from 'react';
import type { DraftAction, DraftMatter } from '../draft/draft.js';
import { useEditing } from './editing.js';

/** A random id, so that two users who add a row at once add two. */
export const newId = (): string => crypto.randomUUID();

type GrowingList = 'matters' | 'actions';
type Row = { readonly matters: DraftMatter; readonly actions: DraftAction };

/**
 * The empty row below the others: not part of the draft until it has content, so it is never incomplete. Then it
 * becomes an ordinary row, unchanged on the screen, and a new empty one is added.
 */
export function useEmptyRow<L extends GrowingList>(
  list: L,
  empty: (id: string) => Row[L],
): { readonly row: Row[L]; readonly write: (fields: Partial<Row[L]>) => void } {
  const { store } = useEditing();
  const [id, setId] = useState(newId);
  const row = empty(id);
  const write = useCallback(
    (fields: Partial<Row[L]>) => {
      store.edit((draft) => ({ ...draft, [list]: [...draft[list], { ...empty(id), ...fields }] }));
      setId(newId());
    },
    [store, list, id, empty],
  );
  return { row, write };
}
