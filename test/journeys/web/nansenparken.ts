import { EventCatalog, type EventStore, type NewEvent } from '#platform/event-store';
import type { Role } from '#platform/identity';
import {
  CalendarDate,
  MeetingId,
  MunicipalityNumber,
  PersonId,
  SchoolYear,
  ServiceId,
  stableId,
  TimeOfDay,
  UnitId,
  type DomainEvent,
} from '#platform/kernel';
import { ActionAgreed, actionEvents } from '#actions/contract';
import { meetingEvents, MeetingPlanned, NoticeGiven } from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  municipalityEvents,
  MunicipalityRegistered,
  personEvents,
  PersonRegistered,
  RoleGiven,
  serviceEvents,
  ServiceAssigned,
  ServiceRegistered,
  StandingParticipantsSet,
  unitEvents,
  UnitRegistered,
} from '#registry/contract';

// Nansenparken skole on the day of its meeting: eight participants, four earlier actions, the next meeting planned.
// Written as events; everyone in it is invented.

export const MUNICIPALITY = MunicipalityNumber.parse('9901');
const id = (what: string) => stableId('nansenparken', what);
const day = (text: string) => CalendarDate.parse(text);
export const UNIT_ID = UnitId.parse('974552876');
const SERVICES = {
  PPT: ['ppt', ServiceId.parse(id('ppt'))],
  Helsestasjon: ['public-health-nurse', ServiceId.parse(id('nurses'))],
  Barnevern: ['child-welfare', ServiceId.parse(id('child welfare'))],
} as const;
type ServiceName = keyof typeof SERVICES;

const PEOPLE = {
  kari: ['Kari Lund', 'Rektor', 'unit-leader', null],
  ola: ['Ola Berg', 'PP-rådgiver', 'service-member', 'PPT'],
  mona: ['Mona Dahl', 'Helsesykepleier', 'service-member', 'Helsestasjon'],
  jon: ['Jon Haug', 'Sosiallærer', 'teacher', null],
  inger: ['Inger Vik', 'Avdelingsleder', 'meeting-chair', null],
  siri: ['Siri Moe', 'Barnevernskonsulent', 'service-member', 'Barnevern'],
  nina: ['Nina Foss', 'Logoped', 'service-member', 'PPT'],
  olaTeacher: ['Ola Berg', 'Kontaktlærer', 'teacher', null],
} as const satisfies Record<string, readonly [string, string, Role, ServiceName | null]>;
export type Name = keyof typeof PEOPLE;
export const person = (name: Name) => ({ tenant: MUNICIPALITY, personId: PersonId.parse(id(name)) });

/** 12:40 on the day of the meeting. */
export const NOW = '2026-11-18T11:40:00Z';
export const MEETING = MeetingId.parse(id('today'));
export const NEXT_MEETING = MeetingId.parse(id('next'));
const YEAR = SchoolYear.parse(2026);

const EARLIER = [
  ['Kurs i språkstimulering for 3. trinn', 'ola', '2026-11-01'],
  ['Felles rutine for overgang fra barnehage', 'kari', '2026-11-20'],
  ['Observasjon i friminutt på mellomtrinnet', 'mona', '2026-11-30'],
  ['Lesekurs for 5. trinn', 'jon', '2026-12-01'],
] as const;

function story(): readonly (readonly [stream: string, ...DomainEvent[]])[] {
  const meeting = (meetingId: MeetingId, on: string) =>
    MeetingPlanned({
      meetingId,
      kind: 'ordinary',
      unitIds: [UNIT_ID],
      schoolYear: YEAR,
      on: day(on),
      startsAt: TimeOfDay.parse('12:30'),
      place: 'møterom Fjord',
      reason: null,
      urgent: false,
    });
  const table = Object.keys(PEOPLE) as Name[];
  return [
    [
      `municipality-${MUNICIPALITY}`,
      MunicipalityRegistered({
        number: MUNICIPALITY,
        name: 'Fjordvik kommune',
        languageForm: 'nb',
        demo: true,
        settings: DEFAULT_SETTINGS,
      }),
    ],
    ...Object.entries(SERVICES).map(
      ([name, [kind, serviceId]]) =>
        [`service-${serviceId}`, ServiceRegistered({ serviceId, name, kind, serviceUnitId: null })] as const,
    ),
    ...table.map((name) => {
      const [called, title, role, service] = PEOPLE[name];
      const { personId } = person(name);
      return [
        `person-${personId}`,
        PersonRegistered({ personId, name: called, email: null, title }),
        RoleGiven({
          roleId: id(`role ${name}`),
          role,
          unitId: service === null ? UNIT_ID : null,
          serviceId: service === null ? null : SERVICES[service][1],
          serviceUnitId: null,
          from: day('2020-08-01'),
          to: null,
        }),
      ] as const;
    }),
    [
      `unit-${UNIT_ID}`,
      UnitRegistered({
        unitId: UNIT_ID,
        name: 'Nansenparken skole',
        kind: 'school',
        ownership: 'public',
        children: 420,
        area: null,
        obligation: { obliged: true, reason: null },
        from: day('2020-08-01'),
      }),
      ...Object.values(SERVICES).map(([, serviceId]) =>
        ServiceAssigned({ serviceId, contactId: null, mustAttend: true }),
      ),
      StandingParticipantsSet({
        participants: table.map((name) => ({ personId: person(name).personId, deputyId: null })),
      }),
    ],
    [
      `meeting-${MEETING}`,
      meeting(MEETING, '2026-11-18'),
      NoticeGiven({ to: table.map((name) => person(name).personId), agenda: null }),
    ],
    [`meeting-${NEXT_MEETING}`, meeting(NEXT_MEETING, '2026-12-09')],
    ...EARLIER.map(([text, owner, dueOn]) => {
      const actionId = id(text);
      return [
        `action-${actionId}`,
        ActionAgreed(
          ActionAgreed.schema.parse({
            actionId,
            meetingId: id('before'),
            unitIds: [UNIT_ID],
            agreedOn: '2026-10-21',
            text,
            ownerId: person(owner).personId,
            ownerServiceId: null,
            dueOn,
            followUpOn: '2026-11-18',
            level: 'group',
            category: 'guidance',
            approach: null,
            contributors: [],
            resources: null,
            wantedEffect: null,
            matterId: null,
          }),
        ),
      ] as const;
    }),
  ];
}

/** Appends all of the fixture's events to the log. */
export async function tellNansenparken(events: EventStore): Promise<void> {
  const catalog = new EventCatalog(
    municipalityEvents,
    unitEvents,
    serviceEvents,
    personEvents,
    meetingEvents,
    actionEvents,
  );
  for (const [stream, ...written] of story()) {
    const metadata = {
      commandId: id(stream),
      request: 'told',
      correlationId: id(stream),
      actor: 'system:specification',
      occurredAt: '2026-11-11T10:00:00.000Z',
    };
    const encoded = written.map((event, i) => catalog.encode(stableId(stream, i), event, metadata));
    await events.append(MUNICIPALITY, stream, 'no-stream', encoded as [NewEvent, ...NewEvent[]]);
  }
}
