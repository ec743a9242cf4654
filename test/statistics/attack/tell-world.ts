import { EventCatalog, type EventStore, type NewEvent } from '#platform/event-store';
import {
  ActionId,
  addDays,
  instantAt,
  SchoolYear,
  stableId,
  TimeOfDay,
  type CalendarDate,
  type DomainEvent,
} from '#platform/kernel';
import { ActionAgreed, ActionCarriedOn, ActionCompleted, actionEvents, EffectJudged } from '#actions/contract';
import { AlertHandled, alertKeyOf, AlertSent, alertStepsEvents } from '#alerts/contract';
import { meetingEvents, MeetingHeld, MeetingPlanned, ProtocolFiled } from '#meetings/contract';
import {
  DEFAULT_SETTINGS,
  municipalityEvents,
  MunicipalityRegistered,
  personEvents,
  PersonRegistered,
  RoleGiven,
  serviceEvents,
  ServiceRegistered,
  serviceUnitEvents,
  ServiceUnitRegistered,
  unitEvents,
  UnitRegistered,
} from '#registry/contract';

import {
  agesIn,
  agreedIn,
  BFE,
  day,
  heldOn,
  id,
  meetingOf,
  MEMBERS,
  MONTHS,
  numberOf,
  personOf,
  SERVICE,
  SIZES,
  UNITS,
  type Agreed,
  type Service,
  type Unit,
  type World,
} from './worlds.js';

interface Told {
  readonly at: Date;
  readonly event: DomainEvent;
}
type Stream = readonly [name: string, ...Told[]];

const told = (on: CalendarDate, event: DomainEvent, seconds = 0): Told => ({
  at: new Date(instantAt(on, TimeOfDay.parse('12:00')).getTime() + seconds * 1000),
  event,
});
const BEGINS = day('2025-08-01');

function registry(number: string): readonly Stream[] {
  const person = (name: string, role: object): Stream => [
    `person-${personOf(name)}`,
    told(BEGINS, PersonRegistered({ personId: personOf(name), name, email: null, title: null })),
    told(
      BEGINS,
      RoleGiven(
        RoleGiven.schema.parse({
          roleId: id('role', name),
          unitId: null,
          serviceId: null,
          serviceUnitId: null,
          from: BEGINS,
          to: null,
          ...role,
        }),
      ),
    ),
  ];
  const kinds = { ppt: 'ppt', nurses: 'public-health-nurse', childWelfare: 'child-welfare' } as const;
  return [
    [
      `municipality-${number}`,
      told(
        BEGINS,
        MunicipalityRegistered(
          MunicipalityRegistered.schema.parse({
            number,
            name: 'Prøvevik',
            languageForm: 'nb',
            demo: true,
            settings: DEFAULT_SETTINGS,
          }),
        ),
      ),
    ],
    [`serviceunit-${BFE}`, told(BEGINS, ServiceUnitRegistered({ serviceUnitId: BFE, name: 'BFE' }))],
    ...(Object.keys(SERVICE) as Service[]).map((name): Stream => [
      `service-${SERVICE[name]}`,
      told(
        BEGINS,
        ServiceRegistered({
          serviceId: SERVICE[name],
          name,
          kind: kinds[name],
          serviceUnitId: name === 'ppt' ? BFE : null,
        }),
      ),
    ]),
    person('coordinator', { role: 'coordinator' }),
    person('director', { role: 'director' }),
    person('leader of BFE', { role: 'service-unit-leader', serviceUnitId: BFE }),
    person('elected', { role: 'elected' }),
    ...(Object.keys(SERVICE) as Service[]).flatMap((name) =>
      MEMBERS[name].map((member) => person(member, { role: 'service-member', serviceId: SERVICE[name] })),
    ),
    ...UNITS.map((unitId, i): Stream => [
      `unit-${unitId}`,
      told(
        BEGINS,
        UnitRegistered(
          UnitRegistered.schema.parse({
            unitId,
            name: `Enhet ${i + 1}`,
            kind: i === 2 ? 'kindergarten' : 'school',
            ownership: 'public',
            children: SIZES[i],
            area: i < 2 ? 'Nord' : 'Sør',
            obligation: { obliged: true, reason: null },
            from: BEGINS,
          }),
        ),
      ),
    ]),
  ];
}

const contentOf = ({ service, level, approach, dueOn, month }: Agreed) => ({
  text: 'Følge opp',
  ownerId: personOf(MEMBERS[service][month % MEMBERS[service].length]!),
  ownerServiceId: SERVICE[service],
  dueOn,
  followUpOn: addDays(heldOn(month), 30),
  level,
  category: 'guidance',
  approach,
  contributors: [],
  resources: null,
  wantedEffect: null,
  matterId: null,
});
const actionIdOf = ({ name }: Agreed) => ActionId.parse(id('action', name));

function meeting(world: World, unit: Unit, month: number, agreed: readonly Agreed[]): Stream {
  const [meetingId, unitIds, on] = [meetingOf(unit, month), [UNITS[unit]!], heldOn(month)];
  const filedOn = addDays(on, 2);
  const filed = { meetingId, unitIds, filedOn, filedBy: personOf('coordinator') };
  const ages = unit === 3 && month === 2 ? agesIn(world) : [];
  const protocol = {
    heldOn: on,
    startedAt: '12:00',
    endedAt: null,
    place: null,
    digital: false,
    chairId: null,
    minuteTakerId: null,
    participants: Object.entries(SERVICE).map(([name, serviceId]) => ({
      personId: personOf(MEMBERS[name as Service][0]!),
      role: 'service-member',
      unitId: null,
      serviceId,
      attendance: (month + unit) % 3 === 0 ? 'absent' : 'present',
      deputyId: null,
    })),
    earlierActions: [],
    matters: ages.map((ageBand, i) => ({
      matterId: id('matter', i),
      kind: 'anonymous',
      topic: 'language',
      cause: null,
      ageBand,
      setting: 'home',
    })),
    actions: agreed.map((action) => ({ ...contentOf(action), actionId: actionIdOf(action) })),
    nextMeetingOn: null,
  };
  return [
    `meeting-${meetingId}`,
    told(
      BEGINS,
      MeetingPlanned(
        MeetingPlanned.schema.parse({
          meetingId,
          kind: 'ordinary',
          unitIds,
          schoolYear: SchoolYear.parse(2025),
          on,
          startsAt: '12:00',
          place: null,
          reason: null,
          urgent: false,
        }),
      ),
    ),
    told(on, MeetingHeld({ unitIds, heldOn: on, insteadOf: on })),
    told(filedOn, ProtocolFiled(ProtocolFiled.schema.parse({ ...filed, protocol }))),
  ];
}

function action(agreed: Agreed, nth: number): Stream {
  const { unit, month, dueOn, isCarriedOn, effect } = agreed;
  const on = heldOn(month);
  const later = (days: number, event: DomainEvent) => told(addDays(on, days), event, nth);
  const content = ActionAgreed.schema.parse({
    ...contentOf(agreed),
    actionId: actionIdOf(agreed),
    meetingId: meetingOf(unit, month),
    unitIds: [UNITS[unit]],
    agreedOn: on,
  });
  const until = { from: dueOn, dueOn: addDays(on, 100), followUpOn: addDays(on, 90) };
  const carriedOn = ActionCarriedOn({ ...until, on: addDays(on, 35), reason: 'tid', meetingId: null });
  return [
    `action-${content.actionId}`,
    later(2, ActionAgreed(content)),
    ...(isCarriedOn ? [later(35, carriedOn)] : []),
    ...(effect
      ? [
          later(20, ActionCompleted({ completedOn: addDays(on, 20), note: null })),
          later(30, EffectJudged({ on: addDays(on, 30), effect, note: null })),
        ]
      : []),
  ];
}

/** The leader was told of each action over due, and a week later it was marked as handled. */
function alert(agreed: Agreed, nth: number): readonly Stream[] {
  const { unit, dueOn, isCarriedOn, effect } = agreed;
  if (isCarriedOn || effect) return [];
  const alertId = `overdue:${actionIdOf(agreed)}`;
  const sent = AlertSent.schema.parse({
    ...{ alertId, kind: 'overdue', subjectId: actionIdOf(agreed), unitIds: [UNITS[unit]], serviceIds: [] },
    ...{ personIds: [], month: null, countedFrom: dueOn, step: 1, on: addDays(dueOn, 1), skipped: [] },
    to: [{ personId: personOf('coordinator'), as: 'coordinator' }],
  });
  const handledOn = addDays(dueOn, 8);
  return [
    [
      `alert-${alertKeyOf(alertId)}`,
      told(sent.on, AlertSent(sent), nth),
      told(handledOn, AlertHandled({ on: handledOn, note: null }), nth),
    ],
  ];
}

/** Writes the municipality of a world to the log, with everything recorded when it happened. */
export async function tellWorld(log: EventStore, world: World): Promise<void> {
  const number = numberOf(world);
  const agreed = agreedIn(world);
  const streams: readonly Stream[] = [
    ...registry(number),
    ...([0, 1, 2, 3] as const).flatMap((unit) =>
      MONTHS.map((_, month) =>
        meeting(
          world,
          unit,
          month,
          agreed.filter((it) => it.unit === unit && it.month === month),
        ),
      ),
    ),
    ...agreed.map((it, nth) => action(it, nth)),
    ...agreed.flatMap((it, nth) => alert(it, nth)),
  ];
  const catalog = new EventCatalog(
    municipalityEvents,
    unitEvents,
    serviceEvents,
    serviceUnitEvents,
    personEvents,
    meetingEvents,
    actionEvents,
    alertStepsEvents,
  );
  for (const [stream, ...events] of streams) {
    const encoded = events.map(({ at, event }, i) =>
      catalog.encode(stableId(number, stream, i), event, {
        commandId: stableId('worlds', stream),
        request: 'told',
        correlationId: stableId('worlds', stream),
        actor: 'system:specification',
        occurredAt: at.toISOString(),
        takenOver: { tenant: '0000', recordedAt: at.toISOString() },
      }),
    );
    await log.append(number, stream, 'no-stream', encoded as [NewEvent, ...NewEvent[]]);
  }
}
