import type { Role } from '#platform/identity';
import {
  CalendarDate,
  instantAt,
  MeetingId,
  PersonId,
  SchoolYear,
  ServiceId,
  ServiceUnitId,
  stableId,
  TimeOfDay,
  UnitId,
  type DomainEvent,
} from '#platform/kernel';
import { ActionAgreed, ActionCarriedOn, ActionCompleted } from '#actions/contract';
import { OwnerAsked, UnitReminded } from '#alerts/contract';
import { DEFAULT_PREFERENCES, PreferencesChosen } from '#digests/contract';
import { MeetingCancelled, MeetingMoved, MeetingPlanned } from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  MunicipalityRegistered,
  PersonRegistered,
  RoleEnded,
  RoleGiven,
  SchoolCalendarSet,
  ServiceAssigned,
  ServiceRegistered,
  ServiceUnitRegistered,
  StandingParticipantsSet,
  UnitRegistered,
} from '#registry/contract';

// A municipality so small that one can say by hand who gets which mail: one school that is not obliged to meet, and four
// people. Written as events, so that the checked code does not make its own expectations.

export const TENANT = '9903';
export const id = (what: string) => stableId('school year', what);
export const day = (text: string) => CalendarDate.parse(text);
export const school = UnitId.parse('974552876');
export const ppt = ServiceId.parse(id('ppt'));
const bfe = ServiceUnitId.parse(id('bfe'));
export const [kari, berit, lars, ola] = ['kari', 'berit', 'lars', 'ola'].map((name) => PersonId.parse(id(name))) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
/** First names by mail address. */
export const NAMES: ReadonlyMap<string, string> = new Map(
  ['Kari', 'Berit', 'Lars', 'Ola', 'Anna'].map((name) => [`${name.toLowerCase()}@example.no`, name]),
);

/** Something that happened at a moment, by a person or by the system. */
export interface Happening {
  readonly at: Date;
  readonly stream: string;
  readonly by: string;
  readonly event: DomainEvent;
}
/** `2026-11-24 19.30`, by a Norwegian clock. */
export const moment = (text: string): Date => {
  const [on, time] = text.split(' ') as [string, string];
  return instantAt(day(on), TimeOfDay.parse(time.replace('.', ':')));
};
export const happens = (at: string, stream: string, event: DomainEvent, by = 'system:story'): Happening => ({
  at: moment(at),
  stream,
  event,
  by,
});

export const BEGIN = '2026-08-15 09.00';
export const role = (personId: string, name: Role, place: object, from = '2020-08-01', at = BEGIN) =>
  happens(
    at,
    `person-${personId}`,
    RoleGiven(
      RoleGiven.schema.parse({
        roleId: id(`${personId} ${name}${from === '2020-08-01' ? '' : ` ${from}`}`),
        role: name,
        ...{ unitId: null, serviceId: null, serviceUnitId: null, ...place },
        from,
        to: null,
      }),
    ),
  );
/** The last day of a role that the person has held since before the story. */
export const roleEnded = (at: string, personId: string, name: Role, on: string) =>
  happens(at, `person-${personId}`, RoleEnded({ roleId: id(`${personId} ${name}`), on: day(on) }), kari);
export const person = (personId: PersonId, name: string) =>
  happens(
    BEGIN,
    `person-${personId}`,
    PersonRegistered({ personId, name, email: `${name.split(' ')[0]!.toLowerCase()}@example.no`, title: null }),
  );

export const schoolRegistered = (unitId: UnitId, name: string) =>
  happens(
    BEGIN,
    `unit-${unitId}`,
    UnitRegistered({
      ...{ unitId, name, kind: 'school', ownership: 'public', children: 200, area: null },
      ...{ obligation: { obliged: false, reason: 'Prøver' }, from: day('2020-08-01') },
    }),
  );

/** The days from 17 August to 18 June on which the schools are closed. */
export function schoolCalendarSet(
  ...closed: readonly { readonly from: string; readonly to: string; readonly reason: string }[]
) {
  return happens(
    BEGIN,
    `municipality-${TENANT}`,
    SchoolCalendarSet({
      ...{ schoolYear: SchoolYear.parse(2026), kind: 'school' },
      ...{ firstDay: day('2026-08-17'), lastDay: day('2027-06-18') },
      closed: closed.map(({ from, to, reason }) => ({ from: day(from), to: day(to), reason })),
    }),
  );
}

/** The municipality before its first round. */
export const MUNICIPALITY: readonly Happening[] = [
  happens(
    BEGIN,
    `municipality-${TENANT}`,
    MunicipalityRegistered(
      MunicipalityRegistered.schema.parse({
        ...{ number: TENANT, name: 'Prøvevik', languageForm: 'nb', demo: true, settings: DEFAULT_SETTINGS },
      }),
    ),
  ),
  schoolCalendarSet({ from: '2026-12-24', to: '2026-12-31', reason: 'Juleferie' }),
  happens(BEGIN, `serviceunit-${bfe}`, ServiceUnitRegistered({ serviceUnitId: bfe, name: 'BFE' })),
  happens(BEGIN, `service-${ppt}`, ServiceRegistered({ serviceId: ppt, name: 'PPT', kind: 'ppt', serviceUnitId: bfe })),
  schoolRegistered(school, 'Nordlia skole'),
  person(kari, 'Kari Prøve'),
  role(kari, 'coordinator', {}),
  person(berit, 'Berit Prøve'),
  role(berit, 'service-unit-leader', { serviceUnitId: bfe }),
  person(lars, 'Lars Prøve'),
  role(lars, 'unit-leader', { unitId: school }),
  person(ola, 'Ola Prøve'),
  role(ola, 'service-member', { serviceId: ppt }),
  happens(BEGIN, `unit-${school}`, ServiceAssigned({ serviceId: ppt, contactId: ola, mustAttend: false })),
  happens(BEGIN, `unit-${school}`, StandingParticipantsSet({ participants: [{ personId: ola, deputyId: null }] })),
];

export const meetingIdOf = (name: string) => MeetingId.parse(id(name));
export const planned = (name: string, on: string, at = '2026-08-16 10.00') =>
  happens(
    at,
    `meeting-${meetingIdOf(name)}`,
    MeetingPlanned({
      ...{ meetingId: meetingIdOf(name), kind: 'ordinary', unitIds: [school], schoolYear: SchoolYear.parse(2026) },
      ...{ on: day(on), startsAt: TimeOfDay.parse('12:30'), place: null, reason: null, urgent: false },
    }),
    kari,
  );
const moved = (at: string, name: string, from: string, to: string) =>
  happens(
    at,
    `meeting-${meetingIdOf(name)}`,
    MeetingMoved({
      unitIds: [school],
      from: { on: day(from), startsAt: TimeOfDay.parse('12:30') },
      to: { on: day(to), startsAt: TimeOfDay.parse('12:30') },
      ...{ place: null, reason: null },
    }),
    lars,
  );
export const cancelled = (at: string, name: string, on: string) =>
  happens(
    at,
    `meeting-${meetingIdOf(name)}`,
    MeetingCancelled({ unitIds: [school], on: day(on), reason: 'Sykdom' }),
    lars,
  );

interface Agreed {
  readonly owner: PersonId;
  readonly service: ServiceId | null;
  readonly followUpOn?: string;
  readonly at?: UnitId;
}
export const agreed = (
  name: string,
  on: string,
  dueOn: string,
  { owner, service, followUpOn = '2027-12-01', at = school }: Agreed = { owner: ola, service: ppt },
) =>
  happens(
    `${on} 15.00`,
    `action-${id(name)}`,
    ActionAgreed(
      ActionAgreed.schema.parse({
        ...{ actionId: id(name), meetingId: id('an earlier meeting'), unitIds: [at], agreedOn: on, dueOn },
        ...{ text: 'Et hemmelig tiltak', ownerId: owner, ownerServiceId: service, followUpOn },
        ...{ level: 'group', category: 'guidance', approach: null, contributors: [], resources: null },
        ...{ wantedEffect: null, matterId: null },
      }),
    ),
    lars,
  );
export const completed = (at: string, name: string) =>
  happens(at, `action-${id(name)}`, ActionCompleted({ completedOn: day(at.split(' ')[0]!), note: null }), ola);

/** The coordinator reminds the school of whatever it is late with. */
export const reminded = (at: string) =>
  happens(
    at,
    `followup-${school}`,
    UnitReminded({
      ...{ unitId: school, about: { kind: null, month: null }, on: day(at.split(' ')[0]!), toIds: [lars], note: null },
    }),
    kari,
  );

/** The same in another municipality, whose people have addresses of their own: `5003.kari@example.no`. */
export function inTenant({ stream, event, ...happening }: Happening, tenant: string): Happening {
  const changes: Readonly<Record<string, (data: never) => object>> = {
    'registry.MunicipalityRegistered': (data: object) => ({ ...data, number: tenant }),
    'registry.PersonRegistered': ({ email, ...data }: { email: string }) => ({ ...data, email: `${tenant}.${email}` }),
  };
  const { type, data } = event;
  const changed = { type, data: changes[type]?.(data as never) ?? data } as DomainEvent;
  return { ...happening, stream: stream.replace(`municipality-${TENANT}`, `municipality-${tenant}`), event: changed };
}
/** Municipality and first name by an address of `inTenant`. */
export const receiverOf = (address: string): readonly [tenant: string, name: string] => [
  address.slice(0, 4),
  NAMES.get(address.slice('5003.'.length))!,
];

/** The school year, in the order in which it happened. */
export const SCHOOL_YEAR: readonly Happening[] = [
  planned('September', '2026-09-08'),
  planned('late November', '2026-11-25'),
  planned('February', '2027-02-10'),
  agreed('autumn', '2026-09-01', '2026-09-25'),
  cancelled('2026-09-22 12.00', 'September', '2026-09-08'),
  reminded('2026-09-15 17.00'),
  happens(
    '2026-10-16 12.00',
    `alert-${stableId('alert', `overdue:${id('autumn')}`)}`,
    OwnerAsked({ on: day('2026-10-16'), ownerId: ola, note: 'Hvordan går det?' }),
    berit,
  ),
  completed('2026-10-19 10.00', 'autumn'),
  agreed('Christmas', '2026-10-20', '2026-11-13'),
  happens(
    '2026-11-11 12.00',
    `action-${id('Christmas')}`,
    ActionCarriedOn(
      ActionCarriedOn.schema.parse({
        ...{ from: '2026-11-13', dueOn: '2026-12-11', followUpOn: '2027-12-01', on: '2026-11-11' },
        ...{ meetingId: null, reason: 'Venter på utstyr' },
      }),
    ),
    ola,
  ),
  moved('2026-11-24 19.30', 'late November', '2026-11-25', '2026-11-26'),
  cancelled('2026-11-27 12.00', 'late November', '2026-11-26'),
  completed('2027-01-13 12.00', 'Christmas'),
  moved('2027-01-21 12.00', 'February', '2027-02-10', '2027-02-17'),
  cancelled('2027-02-01 12.00', 'February', '2027-02-17'),
  happens(
    '2027-02-08 10.00',
    `preferences-${lars}`,
    PreferencesChosen({ ...DEFAULT_PREFERENCES, language: 'nn', digestWeekday: 3, wantsDigest: true }),
    lars,
  ),
  happens(
    '2027-02-25 10.00',
    `preferences-${lars}`,
    PreferencesChosen({ ...DEFAULT_PREFERENCES, language: 'nn', digestWeekday: 3, wantsDigest: false }),
    lars,
  ),
  agreed('Easter', '2027-03-01', '2027-03-24'),
  completed('2027-04-07 12.00', 'Easter'),
  agreed('orphan', '2027-04-12', '2027-05-28'),
  roleEnded('2027-04-20 12.00', ola, 'service-member', '2027-04-30'),
  completed('2027-05-05 12.00', 'orphan'),
  roleEnded('2027-05-07 12.00', berit, 'service-unit-leader', '2027-05-09'),
  role(kari, 'service-unit-leader', { serviceUnitId: bfe }, '2027-06-01', '2027-05-28 12.00'),
  agreed('July', '2027-06-10', '2027-07-02', { owner: lars, service: null }),
].toSorted((a, b) => a.at.getTime() - b.at.getTime());
