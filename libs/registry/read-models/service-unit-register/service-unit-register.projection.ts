import { readModel, streamId } from '#platform/projections';
import type { ServiceUnitEvent } from '../../contract/index.js';
import { ownRow } from '../own-row.js';
import { ServiceUnitRow } from './service-unit-register.entity.js';

/** Service units by name. */
export const serviceUnitRegister = readModel<ServiceUnitRow, ServiceUnitEvent>({
  name: 'service-unit-register',
  version: 1,
  entity: ServiceUnitRow,
  on: {
    'registry.ServiceUnitRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, metadata, revision }) => ({
        ...data,
        municipality: metadata.municipality,
        closedOn: null,
        revision: Number(revision),
      }),
    },
    'registry.ServiceUnitRenamed': ownRow((_, { name }) => ({ name })),
    'registry.ServiceUnitClosed': ownRow((_, { on }) => ({ closedOn: on })),
  },
});
