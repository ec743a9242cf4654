import { readModel, streamId } from '#platform/projections';
import { closedAfter, reopenedFrom, withoutLatest, type UnitEvent } from '../../contract/index.js';
import { setFrom } from '../../contract/timeline.js';
import { withoutService, withService } from '../../domain/unit/unit.state.js';
import { ownRow } from '../own-row.js';
import { UnitRow } from './unit-register.entity.js';

/** Schools and kindergartens with obligation, joint meeting place, services and standing participants. */
export const unitRegister = readModel<UnitRow, UnitEvent>({
  name: 'unit-register',
  version: 2,
  entity: UnitRow,
  on: {
    'registry.UnitRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data: { obligation, from, ...details }, tenant, revision }) => ({
        ...details,
        tenant,
        obligations: [{ from, ...obligation }],
        hosts: [],
        closures: [],
        services: [],
        standing: [],
        revision: Number(revision),
      }),
    },
    'registry.UnitDetailsChanged': ownRow((_, details) => details),
    'registry.UnitObligationChanged': ownRow((row, entry) => ({ obligations: setFrom(row.obligations, entry) })),
    'registry.JointMeetingPlaceSet': ownRow((row, entry) => ({
      hosts: setFrom<{ hostUnitId: string | null }>(row.hosts, entry),
    })),
    'registry.UnitClosed': ownRow((row, { on, reason }) => ({ closures: closedAfter(row.closures, on, reason) })),
    'registry.UnitReopened': ownRow((row, { on }) => ({ closures: reopenedFrom(row.closures, on) })),
    'registry.UnitClosureWithdrawn': ownRow((row) => ({ closures: withoutLatest(row.closures) })),
    'registry.ServiceAssigned': ownRow((row, service) => ({ services: withService(row.services, service) })),
    'registry.ServiceUnassigned': ownRow((row, { serviceId }) => ({
      services: withoutService(row.services, serviceId),
    })),
    'registry.StandingParticipantsSet': ownRow((_, { participants }) => ({ standing: participants })),
  },
});
