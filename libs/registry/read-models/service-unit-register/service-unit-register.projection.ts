import { readModel, streamId } from '#platform/projections';
import { closedAfter, reopenedFrom, withoutLatest, type ServiceUnitEvent } from '../../contract/index.js';
import { ownRow } from '../own-row.js';
import { ServiceUnitRow } from './service-unit-register.entity.js';

/** Service units by name. */
export const serviceUnitRegister = readModel<ServiceUnitRow, ServiceUnitEvent>({
  name: 'service-unit-register',
  version: 2,
  entity: ServiceUnitRow,
  on: {
    'registry.ServiceUnitRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant, revision }) => ({
        ...data,
        tenant,
        closures: [],
        revision: Number(revision),
      }),
    },
    'registry.ServiceUnitRenamed': ownRow((_, { name }) => ({ name })),
    'registry.ServiceUnitClosed': ownRow((row, { on }) => ({ closures: closedAfter(row.closures, on, null) })),
    'registry.ServiceUnitReopened': ownRow((row, { on }) => ({ closures: reopenedFrom(row.closures, on) })),
    'registry.ServiceUnitClosureWithdrawn': ownRow((row) => ({ closures: withoutLatest(row.closures) })),
  },
});
