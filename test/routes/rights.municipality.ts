import type { EventStore } from '#platform/event-store';
import {
  CalendarDate,
  MeetingId,
  Month,
  MunicipalityNumber,
  SchoolYear,
  type ServiceId,
  stableId,
  TimeOfDay,
} from '#platform/kernel';
import { ActionAgreed } from '#actions/contract';
import { AlertSent } from '#alerts/contract';
import {
  MeetingHeld,
  MeetingPlanned,
  NoticeGiven,
  ProtocolFiled,
  SchoolYearPlanned,
  type Protocol,
} from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  MunicipalityRegistered,
  PersonRegistered,
  RoleGiven,
  ServiceRegistered,
  ServiceUnitRegistered,
  StandingParticipantsSet,
  UnitRegistered,
} from '#registry/contract';
import { appendStory, type StreamStory } from './append-story.js';
import {
  ASKERS,
  BFE,
  GUESTS,
  OWNER,
  personOf,
  PLACES,
  RARE,
  ROLES,
  SERVICE,
  STANDING,
  TABLE,
  UNIT,
  WITHOUT_ROLE,
  type AskerName,
  type Place,
} from './rights.people.js';

export { BFE, personOf, SERVICE, UNIT } from './rights.people.js';

// A small municipality, written as events rather than through commands, so that the checked code does not make its own
// expectations.

export const NUMBER = MunicipalityNumber.parse('9902');
const day = (text: string) => CalendarDate.parse(text);
const id = (what: string) => stableId('rights', what);
const YEAR = SchoolYear.parse(2026);

export const MEETING: Readonly<Record<Place, MeetingId>> = {
  here: MeetingId.parse(id('meeting here')),
  there: MeetingId.parse(id('meeting there')),
};
export const ACTION: Readonly<Record<Place, string>> = { here: id('action here'), there: id('action there') };
/** The alert that told each action's owner. */
export const ALERT: Readonly<Record<Place, string>> = { here: id('alert here'), there: id('alert there') };
/** Words that occur in one place only: an answer that contains them shows the item they belong to. */
export const HEADING: Readonly<Record<Place, string>> = {
  here: 'overskriften skrevet her',
  there: 'overskriften skrevet der',
};
export const ACTION_TEXT: Readonly<Record<Place, string>> = {
  here: 'tiltaket vedtatt her',
  there: 'tiltaket vedtatt der',
};

const HELD_ON = day('2026-11-10');

function contentOf(place: Place) {
  return {
    text: ACTION_TEXT[place],
    ownerId: personOf(OWNER[place]),
    ownerServiceId: place === 'there' ? SERVICE.childWelfare : null,
    dueOn: day('2026-12-01'),
    followUpOn: day('2026-12-08'),
    level: 'system',
    category: 'competence-building',
    approach: 'preventive',
    // A contributing service: its leader sees the action. No person of it is named, so nobody else has the action as
    // their own.
    contributors: place === 'here' ? [{ personId: null, serviceId: SERVICE.ppt }] : [],
    resources: null,
    wantedEffect: null,
    matterId: null,
  } as const;
}

function protocolOf(place: Place, guests: readonly AskerName[]): Protocol {
  return {
    heldOn: HELD_ON,
    startedAt: TimeOfDay.parse('12:00'),
    endedAt: TimeOfDay.parse('13:00'),
    place: null,
    digital: false,
    chairId: personOf(TABLE[place][0]!),
    minuteTakerId: null,
    participants: [...TABLE[place], ...guests].map((name) => {
      const { role, unitId = null, serviceId = null } = ROLES[name][0]!;
      return { personId: personOf(name), role, unitId, serviceId, attendance: 'present' as const, deputyId: null };
    }),
    earlierActions: [],
    matters: [
      { matterId: id(`matter ${place}`), kind: 'system', topic: 'routines', cause: null, heading: HEADING[place] },
    ],
    actions: [
      {
        ...contentOf(place),
        actionId: ActionAgreed.schema.parse({
          ...contentOf(place),
          actionId: ACTION[place],
          meetingId: MEETING[place],
          unitIds: [UNIT[place]],
          agreedOn: HELD_ON,
        }).actionId,
      },
    ],
    nextMeetingOn: day('2026-12-08'),
  };
}

const planned = { on: HELD_ON, startsAt: TimeOfDay.parse('12:00') };

function unitStory(place: keyof typeof UNIT): StreamStory {
  const details = { name: `Skolen ${place}`, kind: 'school', ownership: 'public', children: 200, area: null } as const;
  const obligation = { obliged: true, reason: null };
  return [
    `unit-${UNIT[place]}`,
    UnitRegistered({ unitId: UNIT[place], ...details, obligation, from: day('2020-08-01') }),
  ];
}

function storyOf(place: Place, guests: readonly AskerName[] = []): readonly StreamStory[] {
  const unitId = UNIT[place];
  const meetingId = MEETING[place];
  return [
    [
      ...unitStory(place),
      StandingParticipantsSet({
        participants: STANDING[place].map(({ member, deputy }) => ({
          personId: personOf(member),
          deputyId: deputy && personOf(deputy),
        })),
      }),
    ],
    [
      `schoolyear-${unitId}.${YEAR}`,
      SchoolYearPlanned({
        unitId,
        schoolYear: YEAR,
        rule: { nth: 2, weekday: 2, startsAt: planned.startsAt },
        place: null,
        jointUnitIds: [],
        meetings: [{ meetingId, month: Month.parse('2026-11'), ...planned }],
      }),
    ],
    [
      `meeting-${meetingId}`,
      MeetingPlanned({
        meetingId,
        kind: 'ordinary',
        unitIds: [unitId],
        schoolYear: YEAR,
        ...planned,
        place: null,
        reason: null,
        urgent: false,
      }),
      NoticeGiven({ to: TABLE[place].map(personOf), agenda: null }),
      MeetingHeld({ unitIds: [unitId], heldOn: HELD_ON, insteadOf: HELD_ON }),
      ProtocolFiled({
        meetingId,
        unitIds: [unitId],
        filedOn: day('2026-11-11'),
        filedBy: personOf(TABLE[place][0]!),
        protocol: protocolOf(place, guests),
      }),
    ],
    [
      `action-${ACTION[place]}`,
      ActionAgreed(
        ActionAgreed.schema.parse({
          ...contentOf(place),
          actionId: ACTION[place],
          meetingId,
          unitIds: [unitId],
          agreedOn: HELD_ON,
        }),
      ),
    ],
    [
      `alert-${ALERT[place]}`,
      AlertSent({
        alertId: `overdue:${ACTION[place]}`,
        kind: 'overdue',
        subjectId: ACTION[place],
        unitIds: [unitId],
        serviceIds: [],
        personIds: [personOf(OWNER[place])],
        month: null,
        countedFrom: day('2026-12-01'),
        step: -3,
        on: day('2026-11-20'),
        to: [{ personId: personOf(OWNER[place]), as: 'owner' }],
        skipped: [],
      }),
    ],
  ];
}

const service = (
  serviceId: ServiceId,
  name: string,
  kind: 'ppt' | 'public-health-nurse' | 'child-welfare',
  led: boolean,
) => [`service-${serviceId}`, ServiceRegistered({ serviceId, name, kind, serviceUnitId: led ? BFE : null })] as const;

/** A person with the roles that they have held, hold or will hold. */
const personStory = (name: AskerName): StreamStory => [
  `person-${personOf(name)}`,
  PersonRegistered({ personId: personOf(name), name, email: null, title: null }),
  ...ROLES[name].map(({ role, unitId = null, serviceId = null, serviceUnitId = null, from, to }, nth) =>
    RoleGiven({
      roleId: id(nth === 0 ? `role ${name}` : `role ${nth} ${name}`),
      role,
      unitId,
      serviceId,
      serviceUnitId,
      from: day(from ?? '2020-08-01'),
      to: to === undefined ? null : day(to),
    }),
  ),
];

const municipalityStory = (number: MunicipalityNumber, name: string): StreamStory => [
  `municipality-${number}`,
  MunicipalityRegistered({ number, name, languageForm: 'nn', demo: true, settings: DEFAULT_SETTINGS }),
];

const registersIn = (number: MunicipalityNumber): readonly StreamStory[] => [
  municipalityStory(number, 'Prøvevik'),
  [`serviceunit-${BFE}`, ServiceUnitRegistered({ serviceUnitId: BFE, name: 'BFE' })],
  service(SERVICE.ppt, 'PPT', 'ppt', true),
  service(SERVICE.nurses, 'Helsestasjon', 'public-health-nurse', true),
  service(SERVICE.childWelfare, 'Barnevern', 'child-welfare', false),
  ...ASKERS.map(personStory),
];

/** All of the fixture's events. Another number gives another tenant with the same units, people, meetings and ids. */
export const storyIn = (number: MunicipalityNumber): readonly StreamStory[] => [
  ...registersIn(number),
  ...PLACES.flatMap((place) => storyOf(place)),
];

/** Appends all of them to the log. */
export const tellStory = (events: EventStore, number = NUMBER): Promise<void> =>
  appendStory(events, number, storyIn(number));

/** The same with everybody of rights.people.ts. */
export const tellWholeStory = (events: EventStore): Promise<void> =>
  appendStory(events, NUMBER, [
    ...registersIn(NUMBER),
    unitStory('elsewhere'),
    ...[...RARE, ...WITHOUT_ROLE].map(personStory),
    ...PLACES.flatMap((place) => storyOf(place, GUESTS[place])),
  ]);

/** People of another municipality, which knows nothing of the first one. */
export const NEIGHBOURS = ['coordinator', 'nurseNowhere'] as const;
export const NEIGHBOUR_NUMBER = MunicipalityNumber.parse('9903');
export const tellNeighboursStory = (events: EventStore): Promise<void> =>
  appendStory(events, NEIGHBOUR_NUMBER, [
    municipalityStory(NEIGHBOUR_NUMBER, 'Grannevik'),
    ...NEIGHBOURS.map(personStory),
  ]);
