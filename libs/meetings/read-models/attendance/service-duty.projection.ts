import { dayOf, type Recorded } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { UnitEvent } from '#registry/contract';
import { ServiceDutyRow } from './service-duty.entity.js';

type OfService = Extract<UnitEvent, { type: 'registry.ServiceAssigned' | 'registry.ServiceUnassigned' }>;

/** The duty from the day of the event; the last event of a day is valid. */
const from = <E extends OfService>(mustAttend: (data: E['data']) => boolean): Fold<E, ServiceDutyRow> => ({
  rows: (event) => [`${streamId(event)}/${event.data.serviceId}`],
  fold: (row, event: Recorded<E>, duty) => {
    const day = dayOf(new Date(event.metadata.occurredAt));
    const dutyFrom = { from: day, mustAttend: mustAttend(event.data) };
    return {
      duty,
      tenant: event.tenant,
      unitId: streamId(event),
      serviceId: event.data.serviceId,
      timeline: [...(row?.timeline ?? []).filter((it) => it.from !== day), dutyFrom],
    };
  },
});

/** Services that must attend units' meetings, over time (R9). */
export const serviceDuty = readModel<ServiceDutyRow, UnitEvent>({
  name: 'service-duty',
  version: 1,
  entity: ServiceDutyRow,
  on: {
    'registry.ServiceAssigned': from<Extract<OfService, { type: 'registry.ServiceAssigned' }>>(
      ({ mustAttend }) => mustAttend,
    ),
    'registry.ServiceUnassigned': from<Extract<OfService, { type: 'registry.ServiceUnassigned' }>>(() => false),
    'registry.UnitRegistered': 'ignored',
    'registry.UnitDetailsChanged': 'ignored',
    'registry.UnitObligationChanged': 'ignored',
    'registry.JointMeetingPlaceSet': 'ignored',
    'registry.UnitClosed': 'ignored',
    'registry.UnitReopened': 'ignored',
    'registry.UnitClosureWithdrawn': 'ignored',
    'registry.StandingParticipantsSet': 'ignored',
  },
});
