import type { Recorded } from '#platform/kernel';
import { change, readModel, streamId, type Fold } from '#platform/projections';
import { lastDayOfRevoked, type PersonEvent } from '#registry/contract';
import { HeldRoleRow } from './held-role.entity.js';

type Given = Extract<PersonEvent, { type: 'registry.RoleGiven' | 'registry.SubstituteRoleGiven' }>;
type OfRole = Given | Extract<PersonEvent, { type: 'registry.RoleEnded' | 'registry.RoleRevoked' }>;
const CONCERNED = ['coordinator', 'unit-leader', 'meeting-chair', 'service-unit-leader'];

const keyOf = (event: Recorded<OfRole>) => `${streamId(event)}/${event.data.roleId}`;

/** Roles of leaders and coordinators with their periods, and the position at which each became known. */
export const heldRole = readModel<HeldRoleRow, PersonEvent>({
  name: 'news-role',
  version: 1,
  entity: HeldRoleRow,
  on: {
    'registry.RoleGiven': given(),
    'registry.SubstituteRoleGiven': given(),
    'registry.RoleEnded': change(keyOf, (row, { data }) => ({ ...row, to: data.on })),
    'registry.RoleRevoked': change(keyOf, (row, { data }) => ({ ...row, to: lastDayOfRevoked(data.on) })),
    'registry.PersonRegistered': 'ignored',
    'registry.PersonChanged': 'ignored',
    'registry.PersonPhoneSet': 'ignored',
    'registry.SubstitutionNoted': 'ignored',
    'registry.SubstitutedRoleEnded': 'ignored',
  },
});

function given<E extends Given>(): Fold<E, HeldRoleRow> {
  return {
    rows: (event) => (CONCERNED.includes(event.data.role) ? [keyOf(event)] : []),
    fold: (_, event, held) => {
      const { role, unitId, serviceUnitId, from, to } = event.data;
      return {
        held,
        tenant: event.tenant,
        personId: streamId(event),
        role,
        unitId,
        serviceUnitId,
        from,
        to,
        since: String(event.position),
      };
    },
  };
}
