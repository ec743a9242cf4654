import { readModel } from '#platform/projections';
import type { PublicationEvent } from '../../contract/index.js';
import { PublicationRow } from './publication.entity.js';

/** Published figures, every version. */
export const publications = readModel<PublicationRow, PublicationEvent>({
  name: 'statistics-publication',
  version: 1,
  entity: PublicationRow,
  on: {
    'statistics.FiguresPublished': {
      rows: ({ data: { publication, version } }) => [`${publication.period}/${version}`],
      fold: (_, { id, tenant, data: { publication, version, reason, publishedOn, sha256 } }, publicationId) => ({
        publicationId,
        tenant,
        period: publication.period,
        version,
        publication,
        reason,
        publishedOn,
        sha256,
        eventId: id,
      }),
    },
  },
});
