import { placeOf, valueAt } from '../draft/places.js';
import type { ListName } from '../draft/draft.js';
import { useShown } from './editing.js';
import { ConflictShown } from './field-notes.js';

/** Rows that one took away while another wrote in them: somebody must choose, and they stand nowhere else. */
export function LostRows({ list }: { readonly list: ListName }) {
  const conflicts = useShown(({ writing }) => writing.conflicts);
  const mine = useShown(({ writing }) => writing.mine);
  return conflicts
    .filter(({ at }) => {
      const place = placeOf(at);
      return place.list === list && place.field === undefined && valueAt(mine, at) === undefined;
    })
    .map((conflict) => <ConflictShown key={conflict.at} conflict={conflict} />);
}
