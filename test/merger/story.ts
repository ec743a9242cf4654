import { readFileSync } from 'node:fs';
import type { EventStore } from '#platform/event-store';
import type { Role } from '#platform/identity';
import {
  ActionId,
  CalendarDate,
  MeetingId,
  Month,
  MunicipalityNumber,
  PersonId,
  SchoolYear,
  ServiceId,
  stableId,
  TimeOfDay,
  UnitId,
} from '#platform/kernel';
import {
  MeetingHeld,
  MeetingPlanned,
  NoticeGiven,
  ProtocolCorrected,
  ProtocolFiled,
  SchoolYearPlanned,
  type Protocol,
} from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  MunicipalityRegistered,
  PersonRegistered,
  RoleGiven,
  ServiceAssigned,
  ServiceRegistered,
  StandingParticipantsSet,
  UnitRegistered,
} from '#registry/contract';
import { appendStory, type StreamStory } from '../routes/append-story.js';

// Asker, Røyken and Hurum in the autumn of 2019, with real schools. People, meetings and actions are invented.

interface School {
  readonly orgnr: string;
  readonly navn: string;
  readonly kommunenr: string;
  readonly kommune: string;
  readonly antall: number;
}
export const SCHOOLS = JSON.parse(
  readFileSync(new URL('../fixtures/registers/skoler-asker-royken-hurum.json', import.meta.url), 'utf8'),
) as readonly School[];
export const OLD = ['0220', '0627', '0628'] as const;
export const NEW = '3025';

const day = (text: string) => CalendarDate.parse(text);
const time = (text: string) => TimeOfDay.parse(text);
const YEAR = SchoolYear.parse(2019);
/** The psychologist has an id in Asker and another in Røyken, and the same mail address. */
export const PSYCHOLOGIST = 'psykolog@example.no';

export const personOf = (tenant: string, who: string) => PersonId.parse(stableId('merger', tenant, who));
export const pptOf = (tenant: string) => ServiceId.parse(stableId('merger', tenant, 'ppt'));
export const meetingOf = (unit: string, month: string) => MeetingId.parse(stableId('merger', unit, month));
export const actionOf = (unit: string) => ActionId.parse(stableId('merger', unit, 'action'));

const person = (
  tenant: string,
  who: string,
  name: string,
  email: string | null,
  role: Role,
  place: { readonly unitId?: UnitId; readonly serviceId?: ServiceId } = {},
): StreamStory => [
  `person-${personOf(tenant, who)}`,
  PersonRegistered({ personId: personOf(tenant, who), name, email, title: null }),
  RoleGiven({
    roleId: stableId('merger role', tenant, who),
    role,
    unitId: place.unitId ?? null,
    serviceId: place.serviceId ?? null,
    serviceUnitId: null,
    from: day('2018-08-01'),
    to: null,
  }),
];

const protocolOf = ({ orgnr, kommunenr }: School, heading: string): Protocol => ({
  heldOn: day('2019-11-12'),
  startedAt: time('12:00'),
  endedAt: time('13:00'),
  place: null,
  digital: false,
  chairId: personOf(kommunenr, orgnr),
  minuteTakerId: null,
  participants: [
    {
      personId: personOf(kommunenr, orgnr),
      role: 'unit-leader',
      unitId: UnitId.parse(orgnr),
      serviceId: null,
      attendance: 'present',
      deputyId: null,
    },
  ],
  earlierActions: [],
  matters: [{ matterId: stableId('matter', orgnr), kind: 'system', topic: 'routines', cause: null, heading }],
  actions: [
    {
      actionId: actionOf(orgnr),
      text: `Kurs ved skolen ${orgnr}`,
      // In Hurum the head teacher; elsewhere the psychologist.
      ownerId: kommunenr === '0628' ? personOf(kommunenr, orgnr) : personOf(kommunenr, 'psychologist'),
      ownerServiceId: kommunenr === '0628' ? null : pptOf(kommunenr),
      dueOn: day('2020-02-03'),
      followUpOn: day('2020-02-04'),
      level: 'system',
      category: 'competence-building',
      approach: 'preventive',
      contributors: [],
      resources: null,
      wantedEffect: null,
      matterId: null,
    },
  ],
  nextMeetingOn: day('2019-12-10'),
});

const MEETINGS = ['2019-11-12', '2019-12-10', '2020-01-14'] as const;

function schoolStory(school: School): readonly StreamStory[] {
  const { orgnr, navn, kommunenr: tenant, antall } = school;
  const unitId = UnitId.parse(orgnr);
  const leader = personOf(tenant, orgnr);
  const filed = protocolOf(school, `Rutiner ved ${navn}`);
  const [first, second] = MEETINGS;
  const planned = (on: string) =>
    MeetingPlanned({
      meetingId: meetingOf(orgnr, on.slice(0, 7)),
      kind: 'ordinary',
      unitIds: [unitId],
      schoolYear: YEAR,
      on: day(on),
      startsAt: time('12:00'),
      place: null,
      reason: null,
      urgent: false,
    });
  const held = (on: string) => MeetingHeld({ unitIds: [unitId], heldOn: day(on), insteadOf: day(on) });
  const meetingId = meetingOf(orgnr, first.slice(0, 7));
  return [
    [
      `unit-${orgnr}`,
      UnitRegistered({
        unitId,
        name: navn,
        kind: 'school',
        ownership: 'public',
        children: antall,
        area: null,
        obligation: { obliged: true, reason: null },
        from: day('2019-08-01'),
      }),
      StandingParticipantsSet({ participants: [{ personId: leader, deputyId: null }] }),
      ServiceAssigned({ serviceId: pptOf(tenant), contactId: null, mustAttend: false }),
    ],
    person(tenant, orgnr, `Rektor ${navn}`, null, 'unit-leader', { unitId }),
    [
      `schoolyear-${orgnr}.${YEAR}`,
      SchoolYearPlanned({
        unitId,
        schoolYear: YEAR,
        rule: { nth: 2, weekday: 2, startsAt: time('12:00') },
        place: null,
        jointUnitIds: [],
        meetings: MEETINGS.map((on) => ({
          meetingId: meetingOf(orgnr, on.slice(0, 7)),
          month: Month.parse(on.slice(0, 7)),
          on: day(on),
          startsAt: time('12:00'),
        })),
      }),
    ],
    [
      `meeting-${meetingId}`,
      planned(first),
      NoticeGiven({ to: [leader], agenda: null }),
      held(first),
      ProtocolFiled({ meetingId, unitIds: [unitId], filedOn: day('2019-11-13'), filedBy: leader, protocol: filed }),
      ProtocolCorrected({
        meetingId,
        unitIds: [unitId],
        version: 2,
        reason: 'Skrivefeil',
        correctedOn: day('2019-11-20'),
        correctedBy: leader,
        protocol: protocolOf(school, `Rutinene ved ${navn}`),
        previous: {
          heldOn: filed.heldOn,
          filedOn: day('2019-11-13'),
          actions: filed.actions,
          earlierActions: [],
        },
      }),
    ],
    // Held at the first school of each municipality, and not confirmed at the others: the figures differ.
    [
      `meeting-${meetingOf(orgnr, second.slice(0, 7))}`,
      planned(second),
      ...(SCHOOLS.find((it) => it.kommunenr === tenant) === school ? [held(second)] : []),
    ],
    [`meeting-${meetingOf(orgnr, MEETINGS[2].slice(0, 7))}`, planned(MEETINGS[2])],
  ];
}

const storyOf = (tenant: (typeof OLD)[number]): readonly StreamStory[] => {
  const schools = SCHOOLS.filter(({ kommunenr }) => kommunenr === tenant);
  const name = schools[0]!.kommune;
  return [
    [
      `municipality-${tenant}`,
      MunicipalityRegistered({
        number: MunicipalityNumber.parse(tenant),
        name,
        languageForm: 'nb',
        demo: false,
        // Hurum warns at other small units than the two others do.
        settings: { ...DEFAULT_SETTINGS, smallUnitBelow: tenant === '0628' ? 15 : 20 },
      }),
    ],
    [
      `service-${pptOf(tenant)}`,
      ServiceRegistered({ serviceId: pptOf(tenant), name: 'PPT', kind: 'ppt', serviceUnitId: null }),
    ],
    person(tenant, 'coordinator', `Koordinator i ${name}`, `koordinator@${tenant}.example.no`, 'coordinator'),
    ...(tenant === '0628'
      ? []
      : [
          person(tenant, 'psychologist', 'Pia Psykolog', PSYCHOLOGIST, 'service-member', {
            serviceId: pptOf(tenant),
          }),
        ]),
    ...schools.flatMap(schoolStory),
  ];
};

export async function appendThreeMunicipalities(events: EventStore): Promise<void> {
  for (const tenant of OLD) await appendStory(events, tenant, storyOf(tenant));
}
