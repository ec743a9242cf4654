import type { Context } from '#platform/composition';
import { mergerEvents, operatorEvents } from './contract/index.js';
import { operatorRefusals } from './domain/operator/operator.refusals.js';
import { OperationsModule } from './operations.module.js';
import { PassedOverRow } from './read-models/passed-over/passed-over.entity.js';
import { passedOver } from './read-models/passed-over/passed-over.projection.js';
import { OperatorStreams } from './streams/operator.streams.js';

export { OperatorStreams } from './streams/operator.streams.js';

/** Operators' decisions about running Samspill, stored in the log of the municipality concerned. */
export const operationsContext: Context = {
  name: 'operations',
  events: [operatorEvents, mergerEvents],
  streams: [OperatorStreams],
  readModels: [passedOver],
  policies: [],
  entities: [PassedOverRow],
  migrations: [],
  refusals: [operatorRefusals],
  subjects: [],
  needs: [],
  provides: [],
  module: OperationsModule,
};
