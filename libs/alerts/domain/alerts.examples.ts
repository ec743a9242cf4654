import type { CalendarDate, Month } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS, type HeldRole, type PersonDto, type UnitDto } from '#registry/contract';
import type { AlertFacts, WatchedAction, WatchedMeeting } from './alert.js';

// Invented: one school, one kindergarten with its own meetings, and the few people responsible.
export const day = (text: string) => text as CalendarDate;
export const month = (text: string) => text as Month;

const role = (changes: Partial<HeldRole>): HeldRole => ({
  roleId: 'r',
  role: 'service-member',
  unitId: null,
  serviceId: null,
  serviceUnitId: null,
  from: day('2024-08-01'),
  to: null,
  ...changes,
});
export const person = (personId: string, ...roles: Partial<HeldRole>[]): PersonDto => ({
  personId,
  name: personId,
  email: null,
  phone: null,
  title: null,
  roles: roles.map(role),
});
export const unit = (unitId: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId,
  name: unitId,
  kind: 'school',
  ownership: 'public',
  children: null,
  area: null,
  obligations: [{ from: day('2025-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
  ...changes,
});
export const action = (changes: Partial<WatchedAction> = {}): WatchedAction => ({
  actionId: 'action',
  text: 'Veilede personalet',
  unitIds: ['school'],
  ownerId: 'owner',
  ownerServiceId: null,
  wasHandedOver: false,
  personIds: ['owner'],
  serviceIds: [],
  dueOn: day('2026-12-31'),
  followUpOn: day('2026-12-31'),
  followedUpOn: null,
  offer: null,
  moreTimeAskedOn: null,
  ...changes,
});
export const meeting = (heldOn: string, changes: Partial<WatchedMeeting> = {}): WatchedMeeting => ({
  meetingId: `meeting ${heldOn}`,
  unitIds: ['school'],
  heldOn: day(heldOn),
  filedOn: day(heldOn),
  isLost: false,
  ...changes,
});
export const facts = (changes: Partial<AlertFacts> = {}): AlertFacts => ({
  settings: DEFAULT_SETTINGS,
  units: [],
  services: [],
  calendars: [],
  people: [
    person('owner', {}),
    person('leader', { role: 'unit-leader', unitId: 'school' }),
    person('coordinator', { role: 'coordinator' }),
  ],
  actions: [],
  closures: new Map(),
  meetings: [],
  planned: [],
  exemptions: [],
  isPublicHoliday,
  ...changes,
});
