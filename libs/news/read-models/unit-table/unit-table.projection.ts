import type { Recorded } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { UnitEvent } from '#registry/contract';
import { UnitTableRow } from './unit-table.entity.js';

/** Standing participants of units and contacts of services, at any time. */
export const unitTable = readModel<UnitTableRow, UnitEvent>({
  name: 'news-unit-table',
  version: 1,
  entity: UnitTableRow,
  on: {
    'registry.StandingParticipantsSet': from(({ standing, served }, { data }, since) => ({
      standing: [...standing, { since, personIds: data.participants.map(({ personId }) => personId) }],
      served,
    })),
    'registry.ServiceAssigned': from(({ standing, served }, { data: { serviceId, contactId } }, since) => ({
      standing,
      served: [...served, { since, serviceId, contactId, serves: true }],
    })),
    'registry.ServiceUnassigned': from(({ standing, served }, { data: { serviceId } }, since) => ({
      standing,
      served: [...served, { since, serviceId, contactId: null, serves: false }],
    })),
    'registry.UnitRegistered': 'ignored',
    'registry.UnitDetailsChanged': 'ignored',
    'registry.UnitObligationChanged': 'ignored',
    'registry.JointMeetingPlaceSet': 'ignored',
    'registry.UnitClosed': 'ignored',
    'registry.UnitReopened': 'ignored',
    'registry.UnitClosureWithdrawn': 'ignored',
  },
});

type Table = Pick<UnitTableRow, 'standing' | 'served'>;

/** Adds the values valid from this event on. */
function from<E extends UnitEvent>(
  holds: (before: Table, event: Recorded<E>, since: string) => Table,
): Fold<E, UnitTableRow> {
  return {
    rows: (event) => [streamId(event)],
    fold: (row, event, unitId) => ({
      unitId,
      tenant: event.tenant,
      ...holds(row ?? { standing: [], served: [] }, event, String(event.position)),
    }),
  };
}
