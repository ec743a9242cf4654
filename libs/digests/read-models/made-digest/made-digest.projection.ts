import { change, readModel, streamId } from '#platform/projections';
import type { DigestEvent } from '../../contract/index.js';
import { MadeDigestRow } from './made-digest.entity.js';

/** Digests by person and week. */
export const madeDigests = readModel<MadeDigestRow, DigestEvent>({
  name: 'digests-digest',
  version: 1,
  entity: MadeDigestRow,
  on: {
    'digests.DigestMade': {
      rows: (event) => [streamId(event)],
      fold: (earlier, { tenant, data: { personId, week, on, needsCount, isLate } }, digestId) => ({
        digestId,
        tenant,
        personId,
        week,
        madeOn: on,
        needsCount,
        isLate,
        resentOn: earlier?.resentOn ?? [],
        lastResentOn: earlier?.lastResentOn ?? null,
      }),
    },
    'digests.DigestResent': change(streamId, (row, { data: { on } }) => ({
      ...row,
      resentOn: [...row.resentOn, on],
      lastResentOn: on,
    })),
  },
});
