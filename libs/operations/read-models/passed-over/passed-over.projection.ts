import { readModel } from '#platform/projections';
import type { OperatorEvent } from '../../contract/index.js';
import { PassedOverRow } from './passed-over.entity.js';

export const passedOver = readModel<PassedOverRow, OperatorEvent>({
  name: 'passed-over',
  version: 1,
  entity: PassedOverRow,
  on: {
    'operations.EventPassedOver': {
      rows: ({ data: { kind, name, eventId } }) => [`${kind}:${name}:${eventId}`],
      fold: (_, { data, tenant, position }, passedOverId) => ({
        passedOverId,
        tenant,
        ...data,
        position,
      }),
    },
  },
});
