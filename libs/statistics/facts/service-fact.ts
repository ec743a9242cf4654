import { Entity } from 'typeorm';
import { readModel } from '#platform/projections';
import { closedAfter, reopenedFrom, withoutLatest, type ServiceEvent } from '#registry/contract';
import type { ServiceFact } from '../contract/facts.js';
import { FactRow, remember } from './fact-row.js';

@Entity('statistics_service')
export class ServiceFactRow extends FactRow<ServiceFact> {}

const fold = remember<ServiceFact, ServiceFactRow>((row) => row);

/** Support services, as they were known at each moment. */
export const serviceFacts = readModel<ServiceFactRow, ServiceEvent>({
  name: 'statistics-service',
  version: 2,
  entity: ServiceFactRow,
  on: {
    'registry.ServiceRegistered': fold((_, { data: { serviceId, name, serviceUnitId } }) => ({
      serviceId,
      name,
      serviceUnitId,
      closures: [],
    })),
    'registry.ServiceChanged': fold(
      (service, { data: { name, serviceUnitId } }) => service && { ...service, name, serviceUnitId },
    ),
    'registry.ServiceClosed': fold(
      (service, { data }) => service && { ...service, closures: closedAfter(service.closures, data.on, null) },
    ),
    'registry.ServiceReopened': fold(
      (service, { data }) => service && { ...service, closures: reopenedFrom(service.closures, data.on) },
    ),
    'registry.ServiceClosureWithdrawn': fold(
      (service) => service && { ...service, closures: withoutLatest(service.closures) },
    ),
    'registry.ServiceCapacitySet': 'ignored',
  },
});
