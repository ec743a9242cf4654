import { readModel, streamId } from '#platform/projections';
import { closedAfter, reopenedFrom, withoutLatest, type ServiceEvent } from '../../contract/index.js';
import { ownRow } from '../own-row.js';
import { ServiceRow } from './service-register.entity.js';

/** Support services and the service unit that leads each. */
export const serviceRegister = readModel<ServiceRow, ServiceEvent>({
  name: 'service-register',
  version: 3,
  entity: ServiceRow,
  on: {
    'registry.ServiceRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant, revision }) => ({
        ...data,
        tenant,
        meetingsPerWeek: null,
        closures: [],
        revision: Number(revision),
      }),
    },
    'registry.ServiceChanged': ownRow((_, details) => details),
    'registry.ServiceCapacitySet': ownRow((_, { meetingsPerWeek }) => ({ meetingsPerWeek })),
    'registry.ServiceClosed': ownRow((row, { on }) => ({ closures: closedAfter(row.closures, on, null) })),
    'registry.ServiceReopened': ownRow((row, { on }) => ({ closures: reopenedFrom(row.closures, on) })),
    'registry.ServiceClosureWithdrawn': ownRow((row) => ({ closures: withoutLatest(row.closures) })),
  },
});
