import type { EventStore } from '#platform/event-store';
import type { Role } from '#platform/identity';
import {
  CalendarDate,
  MeetingId,
  Month,
  MunicipalityNumber,
  PersonId,
  SchoolYear,
  ServiceId,
  ServiceUnitId,
  stableId,
  TimeOfDay,
  UnitId,
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
  type StandingParticipant,
} from '#registry/contract';
import { appendStory, type StreamStory } from './append-story.js';
import type { AskerName, Place } from './rights.table.js';

// A small municipality, written as events rather than through commands, so that the checked code does not make its own
// expectations.

export const NUMBER = MunicipalityNumber.parse('9902');
const day = (text: string) => CalendarDate.parse(text);
const id = (what: string) => stableId('rights', what);
const YEAR = SchoolYear.parse(2026);

export const UNIT: Readonly<Record<Place, UnitId>> = {
  here: UnitId.parse('974552876'),
  there: UnitId.parse('974557746'),
};
export const MEETING: Readonly<Record<Place, MeetingId>> = {
  here: MeetingId.parse(id('meeting here')),
  there: MeetingId.parse(id('meeting there')),
};
export const ACTION: Readonly<Record<Place, string>> = { here: id('action here'), there: id('action there') };
/** The alert that told each action's owner. */
export const ALERT: Readonly<Record<Place, string>> = { here: id('alert here'), there: id('alert there') };
export const SERVICE = {
  ppt: ServiceId.parse(id('ppt')),
  nurses: ServiceId.parse(id('nurses')),
  childWelfare: ServiceId.parse(id('child welfare')),
};
export const BFE = ServiceUnitId.parse(id('bfe'));
export const personOf = (name: AskerName): PersonId => PersonId.parse(id(name));

/** Words that occur in one place only: an answer that contains them shows the item they belong to. */
export const HEADING: Readonly<Record<Place, string>> = {
  here: 'overskriften skrevet her',
  there: 'overskriften skrevet der',
};
export const ACTION_TEXT: Readonly<Record<Place, string>> = {
  here: 'tiltaket vedtatt her',
  there: 'tiltaket vedtatt der',
};

interface Held {
  readonly role: Role;
  readonly unitId?: UnitId;
  readonly serviceId?: ServiceId;
  readonly serviceUnitId?: ServiceUnitId;
}
const ROLES: Readonly<Record<AskerName, Held>> = {
  coordinator: { role: 'coordinator' },
  bfeLeader: { role: 'service-unit-leader', serviceUnitId: BFE },
  director: { role: 'director' },
  elected: { role: 'elected' },
  auditor: { role: 'auditor' },
  leaderHere: { role: 'unit-leader', unitId: UNIT.here },
  leaderThere: { role: 'unit-leader', unitId: UNIT.there },
  chairHere: { role: 'meeting-chair', unitId: UNIT.here },
  teacherHere: { role: 'teacher', unitId: UNIT.here },
  teacherThere: { role: 'teacher', unitId: UNIT.there },
  pptHere: { role: 'service-member', serviceId: SERVICE.ppt },
  nurseNowhere: { role: 'service-member', serviceId: SERVICE.nurses },
  childWelfareThere: { role: 'service-member', serviceId: SERVICE.childWelfare },
};

const HELD_ON = day('2026-11-10');
/** Members of each meeting, and owners of each unit's action. */
const TABLE: Readonly<Record<Place, readonly AskerName[]>> = {
  here: ['leaderHere', 'pptHere'],
  there: ['leaderThere', 'childWelfareThere'],
};
/** Standing participants of each unit: at one the service's own member, at the other as a deputy. */
const STANDING: Readonly<Record<Place, readonly StandingParticipant[]>> = {
  here: [{ personId: personOf('pptHere'), deputyId: null }],
  there: [{ personId: personOf('leaderThere'), deputyId: personOf('childWelfareThere') }],
};
const OWNER: Readonly<Record<Place, AskerName>> = { here: 'teacherHere', there: 'childWelfareThere' };

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

function protocolOf(place: Place): Protocol {
  return {
    heldOn: HELD_ON,
    startedAt: TimeOfDay.parse('12:00'),
    endedAt: TimeOfDay.parse('13:00'),
    place: null,
    digital: false,
    chairId: personOf(TABLE[place][0]!),
    minuteTakerId: null,
    participants: TABLE[place].map((name) => ({
      personId: personOf(name),
      role: ROLES[name].role,
      unitId: ROLES[name].unitId ?? null,
      serviceId: ROLES[name].serviceId ?? null,
      attendance: 'present' as const,
      deputyId: null,
    })),
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

function storyOf(place: Place): readonly StreamStory[] {
  const unitId = UNIT[place];
  const meetingId = MEETING[place];
  const details = { name: `Skolen ${place}`, kind: 'school', ownership: 'public', children: 200, area: null } as const;
  const obligation = { obliged: true, reason: null };
  return [
    [
      `unit-${unitId}`,
      UnitRegistered({ unitId, ...details, obligation, from: day('2020-08-01') }),
      StandingParticipantsSet({ participants: STANDING[place].map((it) => ({ ...it })) }),
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
        protocol: protocolOf(place),
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

const storyIn = (number: MunicipalityNumber): readonly StreamStory[] => [
  [
    `municipality-${number}`,
    MunicipalityRegistered({
      number,
      name: 'Prøvevik',
      languageForm: 'nn',
      demo: true,
      settings: DEFAULT_SETTINGS,
    }),
  ],
  [`serviceunit-${BFE}`, ServiceUnitRegistered({ serviceUnitId: BFE, name: 'BFE' })],
  service(SERVICE.ppt, 'PPT', 'ppt', true),
  service(SERVICE.nurses, 'Helsestasjon', 'public-health-nurse', true),
  service(SERVICE.childWelfare, 'Barnevern', 'child-welfare', false),
  ...(Object.entries(ROLES) as [AskerName, Held][]).map(
    ([name, { role, unitId = null, serviceId = null, serviceUnitId = null }]) =>
      [
        `person-${personOf(name)}`,
        PersonRegistered({ personId: personOf(name), name, email: null, title: null }),
        RoleGiven({
          roleId: id(`role ${name}`),
          role,
          unitId,
          serviceId,
          serviceUnitId,
          from: day('2020-08-01'),
          to: null,
        }),
      ] as const,
  ),
  ...storyOf('here'),
  ...storyOf('there'),
];

/**
 * Appends all of the fixture's events to the log. Another number gives another tenant with the same units, people,
 * meetings and ids.
 */
export const tellStory = (events: EventStore, number = NUMBER): Promise<void> =>
  appendStory(events, number, storyIn(number));
