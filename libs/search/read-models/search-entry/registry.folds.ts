import type { CalendarDate } from '#platform/kernel';
import type { ReadModel } from '#platform/projections';
import {
  closedAfter,
  reopenedFrom,
  lastDayOfRevoked,
  withoutLatest,
  type HeldRole,
  type PersonEvent,
  type ServiceEvent,
  type UnitEvent,
} from '#registry/contract';
import { begin, change } from './entry.js';
import type { SearchRow } from './search-entry.entity.js';

type Folds<E extends UnitEvent | PersonEvent | ServiceEvent> = ReadModel<E, SearchRow>['on'];

export const unitFolds: Folds<UnitEvent> = {
  'registry.UnitRegistered': begin('unit', ({ data: { name, kind, area } }) => ({
    title: name,
    day: null,
    about: { unitKind: kind, area, closures: [] },
  })),
  'registry.UnitDetailsChanged': change('unit', ({ about }, { name, kind, area }) => ({
    title: name,
    about: { ...about, unitKind: kind, area },
  })),
  'registry.UnitObligationChanged': 'ignored',
  'registry.JointMeetingPlaceSet': 'ignored',
  'registry.UnitClosed': change('unit', ({ about }, { on, reason }) => ({
    about: { ...about, closures: closedAfter(about.closures, on, reason) },
  })),
  'registry.UnitReopened': change('unit', ({ about }, { on }) => ({
    about: { ...about, closures: reopenedFrom(about.closures, on) },
  })),
  'registry.UnitClosureWithdrawn': change('unit', ({ about }) => ({
    about: { ...about, closures: withoutLatest(about.closures) },
  })),
  'registry.ServiceAssigned': 'ignored',
  'registry.ServiceUnassigned': 'ignored',
  'registry.StandingParticipantsSet': 'ignored',
};

export const serviceFolds: Folds<ServiceEvent> = {
  'registry.ServiceRegistered': begin('service', ({ data: { name } }) => ({
    title: name,
    day: null,
    about: { closures: [] },
  })),
  'registry.ServiceChanged': change('service', (_, { name }) => ({ title: name })),
  'registry.ServiceCapacitySet': 'ignored',
  'registry.ServiceClosed': change('service', ({ about }, { on }) => ({
    about: { closures: closedAfter(about.closures, on, null) },
  })),
  'registry.ServiceReopened': change('service', ({ about }, { on }) => ({
    about: { closures: reopenedFrom(about.closures, on) },
  })),
  'registry.ServiceClosureWithdrawn': change('service', ({ about }) => ({
    about: { closures: withoutLatest(about.closures) },
  })),
};

export const personFolds: Folds<PersonEvent> = {
  'registry.PersonRegistered': begin('person', ({ data: { name, title } }) => ({
    title: name,
    day: null,
    about: { jobTitle: title, roles: [] },
  })),
  'registry.PersonChanged': change('person', ({ about }, { name, title }) => ({
    title: name,
    about: { ...about, jobTitle: title },
  })),
  'registry.PersonPhoneSet': 'ignored',
  'registry.SubstitutionNoted': 'ignored',
  'registry.SubstitutedRoleEnded': 'ignored',
  'registry.RoleGiven': change('person', ({ about }, role) => ({ about: { ...about, roles: [...about.roles, role] } })),
  'registry.SubstituteRoleGiven': change('person', ({ about }, role) => ({
    about: { ...about, roles: [...about.roles, role] },
  })),
  'registry.RoleEnded': change('person', ({ about }, { roleId, on }) => ({
    about: { ...about, roles: withLastDay(about.roles, roleId, on) },
  })),
  'registry.RoleRevoked': change('person', ({ about }, { roleId, on }) => ({
    about: { ...about, roles: withLastDay(about.roles, roleId, lastDayOfRevoked(on)) },
  })),
};

const withLastDay = (roles: readonly HeldRole[], roleId: string, to: CalendarDate) =>
  roles.map((role) => (role.roleId === roleId ? { ...role, to } : role));
