import { CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';
import {
  JointMeetingPlaceSet,
  ServiceAssigned,
  ServiceUnassigned,
  StandingParticipantsSet,
  UnitClosed,
  UnitClosureWithdrawn,
  UnitDetailsChanged,
  UnitObligationChanged,
  UnitRegistered,
  UnitReopened,
  type UnitDetails,
} from '../../contract/index.js';
import type {
  AssignService,
  ChangeObligation,
  ChangeUnitDetails,
  CloseUnit,
  HostStanding,
  RegisterUnit,
  ReopenUnit,
  SetJointMeetingPlace,
  SetStandingParticipants,
  UnassignService,
  WithdrawUnitClosure,
} from './unit.commands.js';

// Valid examples; a specification changes only the relevant fields. Organisation numbers below 8 are never assigned.
export const day = (text: string) => CalendarDate.parse(text);
export const unitId = UnitId.parse('310000000');
export const host = UnitId.parse('310000019');
const serviceId = ServiceId.parse('018f0c5e-0000-7000-8000-00000000000a');
export const kari = PersonId.parse('018f0c5e-0000-7000-8000-000000000001');
export const ola = PersonId.parse('018f0c5e-0000-7000-8000-000000000002');
const solbakken: UnitDetails = {
  name: 'Solbakken skole',
  kind: 'school',
  ownership: 'public',
  children: 120,
  area: null,
};
const from = day('2026-08-01');

export const registered = (
  details: Partial<UnitDetails> = {},
  obligation = { obliged: true, reason: null as string | null },
) => UnitRegistered({ unitId, ...solbakken, ...details, obligation, from });
export const detailsChanged = (details: Partial<UnitDetails>) => UnitDetailsChanged({ ...solbakken, ...details });
export const obligationChanged = (obliged: boolean, on: string, reason: string | null = obliged ? null : 'Ombygging') =>
  UnitObligationChanged({ obliged, reason, from: day(on) });
export const meetsAt = (hostUnitId: UnitId | null, on = '2026-09-01') =>
  JointMeetingPlaceSet({ hostUnitId, from: day(on) });
export const closed = (on = '2026-12-31') => UnitClosed({ on: day(on), reason: 'Slått sammen' });
export const closureWithdrawn = () => UnitClosureWithdrawn({});
export const reopened = (on = '2027-08-01') => UnitReopened({ on: day(on) });
export const assigned = (mustAttend = true, contactId: PersonId | null = kari) =>
  ServiceAssigned({ serviceId, contactId, mustAttend });
export const unassigned = () => ServiceUnassigned({ serviceId });
export const standing = (...participants: { personId: PersonId; deputyId: PersonId | null }[]) =>
  StandingParticipantsSet({ participants });

export const register = (changes: Partial<Omit<RegisterUnit, 'type'>> = {}): RegisterUnit => ({
  type: 'RegisterUnit',
  unitId,
  details: solbakken,
  from,
  municipalityIsRegistered: true,
  ...changes,
});
export const withName = (name: string, kind: UnitDetails['kind'] = 'school'): UnitDetails => ({
  ...solbakken,
  name,
  kind,
});
export const changeDetails = (details: Partial<UnitDetails> = {}): ChangeUnitDetails => ({
  type: 'ChangeUnitDetails',
  details: { ...solbakken, ...details },
});
export const changeObligation = (
  obliged: boolean,
  on: string,
  reason: string | null = obliged ? null : 'Ombygging',
): ChangeObligation => ({
  type: 'ChangeObligation',
  obliged,
  reason,
  from: day(on),
});
export const meetAt = (
  hostUnitId: UnitId | null,
  {
    on = '2026-09-01',
    host = 'can-host',
    hostsOthers = false,
  }: { on?: string; host?: HostStanding; hostsOthers?: boolean } = {},
): SetJointMeetingPlace => ({ type: 'SetJointMeetingPlace', hostUnitId, from: day(on), host, hostsOthers });
export const close = (on = '2026-12-31'): CloseUnit => ({ type: 'CloseUnit', on: day(on), reason: 'Slått sammen' });
export const reopen = (on = '2027-08-01'): ReopenUnit => ({ type: 'ReopenUnit', on: day(on) });
export const withdrawClosure = (): WithdrawUnitClosure => ({ type: 'WithdrawUnitClosure' });
export const assign = (changes: Partial<Omit<AssignService, 'type'>> = {}): AssignService => ({
  type: 'AssignService',
  serviceId,
  contactId: kari,
  mustAttend: true,
  serviceIsOpen: true,
  contactIsActive: true,
  ...changes,
});
export const unassign = (): UnassignService => ({ type: 'UnassignService', serviceId });
export const setStanding = (
  participants: SetStandingParticipants['participants'],
  active: readonly string[] = [kari, ola],
): SetStandingParticipants => ({ type: 'SetStandingParticipants', participants, active: new Set(active) });
