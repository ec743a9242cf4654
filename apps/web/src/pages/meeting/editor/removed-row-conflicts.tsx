import { placeOf, valueAt } from '../draft/places.js';
import type { ListName } from '../draft/draft.js';
import { useShown } from './editing.js';
import { ConflictShown } from './field-notes.js';

/** Rows removed by one user while another changed them: a user must choose, and they are shown only here. */
export function RemovedRowConflicts({ list }: { readonly list: ListName }) {
  const conflicts = useShown(({ writing }) => writing.conflicts);
  const mine = useShown(({ writing }) => writing.mine);
  return conflicts
    .filter(({ at }) => {
      const place = placeOf(at);
      return place.list === list && place.field === undefined && valueAt(mine, at) === undefined;
    })
    .map((conflict) => <ConflictShown key={conflict.at} conflict={conflict} />);
}
