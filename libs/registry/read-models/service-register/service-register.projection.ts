import { readModel, streamId } from '#platform/projections';
import type { ServiceEvent } from '../../contract/index.js';
import { ownRow } from '../own-row.js';
import { ServiceRow } from './service-register.entity.js';

/** Support services and the service unit that leads each. */
export const serviceRegister = readModel<ServiceRow, ServiceEvent>({
  name: 'service-register',
  version: 2,
  entity: ServiceRow,
  on: {
    'registry.ServiceRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, metadata, revision }) => ({
        ...data,
        municipality: metadata.municipality,
        meetingsPerWeek: null,
        closedOn: null,
        revision: Number(revision),
      }),
    },
    'registry.ServiceChanged': ownRow((_, details) => details),
    'registry.ServiceCapacitySet': ownRow((_, { meetingsPerWeek }) => ({ meetingsPerWeek })),
    'registry.ServiceClosed': ownRow((_, { on }) => ({ closedOn: on })),
  },
});
