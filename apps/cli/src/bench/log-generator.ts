import {
  addDays,
  isOrganisationNumber,
  stableId,
  type CalendarDate,
  type Clock,
  type DomainEvent,
  type MeetingId,
} from '#platform/kernel';
import { actionEvents } from '#actions/contract';
import { meetingEvents, schoolYearEvents, type ActionContent, type AgreedAction } from '#meetings/contract';
import { DEFAULT_SETTINGS, municipalityEvents, personEvents, serviceEvents, unitEvents } from '#registry/contract';
import { Random } from '../demo/random.js';

/** An event with the stream it belongs to; its revision is the number of those before it there. */
export interface GeneratedEvent {
  readonly municipality: string;
  readonly stream: string;
  readonly event: DomainEvent;
  readonly actor: string;
  readonly occurredAt: string;
}

export interface LogShape {
  readonly events: number;
  readonly seed: number;
  /** `interleaved`: every meeting and action goes on step by step beside all the others, the worst case. `monthly`: those of a month beside each other, as in real life. `adjacent`: one stream after the other. */
  readonly order: 'interleaved' | 'monthly' | 'adjacent';
}

const UNITS_A_MUNICIPALITY = 24;
const MONTHS = 33;
/** Four of the meeting's and six of each of its two actions'. */
const STEPS = 16;
const FIRST_DAY = '2023-08-15' as CalendarDate;
const STARTS_AT = '12:30' as never;

interface UnitOf {
  readonly nr: number;
  readonly unitId: string;
  readonly municipality: string;
  readonly people: readonly string[];
  readonly serviceIds: readonly string[];
}

/** The log of made-up municipalities: units with people and services, then three school years of meetings that agree on actions. */
export function* generateLog({ events, seed, order }: LogShape): Generator<GeneratedEvent> {
  const meetings = Math.ceil(events / STEPS);
  const units = Array.from({ length: Math.max(1, Math.ceil(meetings / MONTHS)) }, (_, nr) => unitOf(seed, nr));
  let left = events;
  for (const made of inOrder(units, order, seed)) {
    if (left === 0) return;
    left -= 1;
    yield made;
  }
}

function* inOrder(units: readonly UnitOf[], order: LogShape['order'], seed: number): Generator<GeneratedEvent> {
  for (const unit of units) yield* registered(unit);
  const meetings = Array.from({ length: MONTHS }, (_, month) => units.map((unit) => ({ unit, month })));
  const waves =
    order === 'monthly' ? meetings : order === 'interleaved' ? [meetings.flat()] : meetings.flat().map((one) => [one]);
  for (const wave of waves) {
    const lives = wave.map(({ unit, month }) => {
      if (wave.length === 1) return [...meetingLife(unit, month, seed)].sort(byStream);
      return meetingLife(unit, month, seed);
    });
    const running = lives.map((life) => life[Symbol.iterator]());
    for (let step = 0; step < STEPS; step += 1)
      for (const life of running) {
        const next = life.next();
        if (next.done !== true) yield next.value;
      }
  }
}

/** Stable, so that within a stream the order stays. */
const byStream = (one: GeneratedEvent, other: GeneratedEvent): number =>
  one.stream === other.stream ? 0 : one.stream < other.stream ? 1 : -1;

function unitOf(seed: number, nr: number): UnitOf {
  const municipality = String(3001 + Math.floor(nr / UNITS_A_MUNICIPALITY)).padStart(4, '0');
  return {
    nr,
    unitId: organisationNumber(nr),
    municipality,
    people: [0, 1, 2].map((person) => stableId(seed, 'person', nr, person)),
    serviceIds: [0, 1, 2].map((service) => stableId(seed, 'service', municipality, service)),
  };
}

/** The `nr`th number of the series 9xxxxxxxx with a right check digit. */
function organisationNumber(nr: number): string {
  for (let digit = 0, base = String(90_000_000 + nr * 2); ; digit += 1) {
    if (digit === 10) {
      base = String(Number(base) + 1);
      digit = 0;
    }
    if (isOrganisationNumber(`${base}${digit}`)) return `${base}${digit}`;
  }
}

function* registered(unit: UnitOf): Generator<GeneratedEvent> {
  const { municipality, unitId, people, serviceIds, nr } = unit;
  const said = (stream: string, event: DomainEvent) => made(unit, stream, event, FIRST_DAY);
  if (nr % UNITS_A_MUNICIPALITY === 0) {
    const details = { name: `Kommune ${municipality}`, languageForm: 'nb', demo: true } as const;
    yield said(
      `municipality-${municipality}`,
      municipalityEvents.MunicipalityRegistered({
        ...details,
        number: municipality as never,
        settings: DEFAULT_SETTINGS,
      }),
    );
    for (const [i, serviceId] of serviceIds.entries())
      yield said(
        `service-${serviceId}`,
        serviceEvents.ServiceRegistered({
          serviceId: serviceId as never,
          name: `Tjeneste ${i + 1}`,
          kind: 'ppt',
          serviceUnitId: null,
        }),
      );
  }
  yield said(
    `unit-${unitId}`,
    unitEvents.UnitRegistered({
      unitId: unitId as never,
      name: `Enhet ${nr}`,
      kind: nr % 3 === 0 ? 'school' : 'kindergarten',
      ownership: 'public',
      children: 120,
      area: null,
      obligation: { obliged: true, reason: null },
      from: FIRST_DAY,
    }),
  );
  for (const [i, personId] of people.entries()) {
    yield said(
      `person-${personId}`,
      personEvents.PersonRegistered({
        personId: personId as never,
        name: `Person ${nr}.${i}`,
        email: null,
        title: null,
      }),
    );
    const role = i === 0 ? 'unit-leader' : 'teacher';
    const place = { unitId: unitId as never, serviceId: null, serviceUnitId: null };
    const roleId = stableId(personId, 'role');
    yield said(`person-${personId}`, personEvents.RoleGiven({ ...place, roleId, role, from: FIRST_DAY, to: null }));
  }
  yield said(
    `schoolyear-${unitId}.2023`,
    schoolYearEvents.MonthExempted({
      unitId: unitId as never,
      schoolYear: 2023 as never,
      month: '2024-07' as never,
      reason: 'Sommerferie',
    }),
  );
}

/** A meeting from the plan to the protocol, and its two actions from the agreement to their effect: 16 events. */
function* meetingLife(unit: UnitOf, month: number, seed: number): Generator<GeneratedEvent> {
  const random = Random.of(seed, unit.nr, month);
  const meetingId = stableId(seed, 'meeting', unit.nr, month) as MeetingId;
  const unitIds = [unit.unitId as never];
  const on = addDays(FIRST_DAY, month * 30 + (unit.nr % 20));
  const schoolYear = (2023 + Math.floor(month / 11)) as never;
  const meeting = `meeting-${meetingId}`;
  const said = (stream: string, event: DomainEvent, day: CalendarDate) => made(unit, stream, event, day);
  const actions = [0, 1].map((nr) => agreed(unit, random, stableId(seed, 'action', unit.nr, month, nr), on));
  const { MeetingPlanned, NoticeGiven, MeetingHeld, ProtocolFiled } = meetingEvents;

  yield said(
    meeting,
    MeetingPlanned({
      meetingId,
      kind: 'ordinary',
      unitIds,
      schoolYear,
      on,
      startsAt: STARTS_AT,
      place: null,
      reason: null,
      urgent: false,
    }),
    addDays(on, -40),
  );
  yield said(meeting, NoticeGiven({ to: unit.people as never, agenda: null }), addDays(on, -7));
  yield said(meeting, MeetingHeld({ unitIds, heldOn: on, insteadOf: on }), on);
  yield said(
    meeting,
    ProtocolFiled({
      meetingId,
      unitIds,
      filedOn: addDays(on, 2),
      filedBy: unit.people[0] as never,
      protocol: protocolOf(unit, on, actions, random),
    }),
    addDays(on, 2),
  );
  const lives = actions.map((action) => actionLife(unit, action, meetingId, on));
  for (let step = 0; step < 6; step += 1) for (const life of lives) yield life.next().value as GeneratedEvent;
}

function* actionLife(
  unit: UnitOf,
  { actionId, ...content }: AgreedAction,
  meetingId: MeetingId,
  on: CalendarDate,
): Generator<GeneratedEvent> {
  const said = (event: DomainEvent, day: CalendarDate) => made(unit, `action-${actionId}`, event, day);
  const { ActionAgreed, ActionAccepted, ActionStarted, FollowUpRecorded, ActionCompleted, EffectJudged } = actionEvents;
  const agreedOn = addDays(on, 2);
  yield said(ActionAgreed({ ...content, actionId, meetingId, unitIds: [unit.unitId as never], agreedOn }), agreedOn);
  yield said(ActionAccepted({ by: content.ownerId }), addDays(on, 3));
  yield said(ActionStarted({ startedOn: addDays(on, 5) }), addDays(on, 5));
  const followedUp = {
    on: content.followUpOn,
    outcome: 'on-track',
    note: null,
    nextFollowUpOn: content.dueOn,
  } as const;
  yield said(FollowUpRecorded({ ...followedUp, meetingId: null }), content.followUpOn);
  yield said(ActionCompleted({ completedOn: content.dueOn, note: null }), content.dueOn);
  const judgedOn = addDays(content.dueOn, 20);
  yield said(EffectJudged({ on: judgedOn, effect: 'worked', note: null }), judgedOn);
}

function agreed(unit: UnitOf, random: Random, actionId: string, on: CalendarDate): AgreedAction {
  const content: ActionContent = {
    text: `Felles rutine for overganger, prøves ut i ${random.between(2, 8)} uker og vurderes på neste møte`,
    ownerId: random.pick(unit.people) as never,
    ownerServiceId: random.chance(0.4) ? (random.pick(unit.serviceIds) as never) : null,
    dueOn: addDays(on, random.between(20, 60)),
    followUpOn: addDays(on, random.between(10, 19)),
    level: random.pick(['individual', 'group', 'system']),
    category: random.pick(['guidance', 'group-adaptation', 'competence-building']),
    approach: random.pick(['preventive', 'compensating', null]),
    contributors: random.chance(0.3) ? [{ personId: unit.people[1] as never, serviceId: null }] : [],
    resources: null,
    wantedEffect: null,
    matterId: null,
  };
  return { ...content, actionId: actionId as never };
}

function protocolOf(unit: UnitOf, on: CalendarDate, actions: AgreedAction[], random: Random) {
  const { people, unitId, serviceIds } = unit;
  return {
    heldOn: on,
    startedAt: STARTS_AT,
    endedAt: null,
    place: null,
    digital: false,
    chairId: people[0] as never,
    minuteTakerId: people[1] as never,
    participants: people.map((personId, i) => ({
      personId: personId as never,
      role: i === 0 ? ('unit-leader' as const) : ('teacher' as const),
      unitId: unitId as never,
      serviceId: i === 2 ? (serviceIds[0] as never) : null,
      attendance: 'present' as const,
      deputyId: null,
    })),
    earlierActions: [],
    matters: [
      {
        kind: 'system' as const,
        matterId: stableId(unitId, on, 'matter'),
        topic: random.pick(['language', 'transition', 'routines'] as const),
        cause: random.pick(['competence', 'cooperation', 'capacity', null] as const),
        heading: 'Overgang mellom avdelinger og trinn',
      },
    ],
    actions,
    nextMeetingOn: null,
  };
}

const made = (unit: UnitOf, stream: string, event: DomainEvent, day: CalendarDate): GeneratedEvent => ({
  municipality: unit.municipality,
  stream,
  event,
  actor: unit.people[0]!,
  occurredAt: `${day}T11:00:00.000Z`,
});

/** A clock that stands where the generated log ends. */
export const afterLog: Clock = { now: () => new Date('2026-09-01T07:00:00.000Z') };
