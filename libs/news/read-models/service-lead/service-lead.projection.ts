import { readModel, streamId, type Fold } from '#platform/projections';
import type { ServiceEvent } from '#registry/contract';
import { ServiceLeadRow } from './service-lead.entity.js';

type WithLead = Extract<ServiceEvent, { type: 'registry.ServiceRegistered' | 'registry.ServiceChanged' }>;

const led: Fold<WithLead, ServiceLeadRow> = {
  rows: (event) => [streamId(event)],
  fold: (row, event, serviceId) => {
    const { serviceUnitId } = event.data;
    if (row && row.led.at(-1)?.serviceUnitId === serviceUnitId) return row;
    return {
      serviceId,
      tenant: event.tenant,
      led: [...(row?.led ?? []), { since: String(event.position), serviceUnitId }],
    };
  },
};

/** Leaders of services through their service units, at any time. */
export const serviceLead = readModel<ServiceLeadRow, ServiceEvent>({
  name: 'news-service-lead',
  version: 1,
  entity: ServiceLeadRow,
  on: {
    'registry.ServiceRegistered': led,
    'registry.ServiceChanged': led,
    'registry.ServiceCapacitySet': 'ignored',
    'registry.ServiceClosed': 'ignored',
    'registry.ServiceReopened': 'ignored',
    'registry.ServiceClosureWithdrawn': 'ignored',
  },
});
