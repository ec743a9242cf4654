import {
  addDays,
  stableId,
  type ActionId,
  type CalendarDate,
  type Clock,
  type DomainEvent,
  type MeetingId,
  type Month,
  type SchoolYear,
  type TimeOfDay,
} from '#platform/kernel';
import { meetingEvents, schoolYearEvents, type AgreedAction } from '#meetings/contract';
import { actionEvents, type ActionContent } from '#actions/contract';
import { DEFAULT_SETTINGS, municipalityEvents, personEvents, serviceEvents, unitEvents } from '#registry/contract';
import { Random } from '../demo/random.js';
import { unitOf, type MadeUpUnit } from './made-up-units.js';

/** An event and its stream; its revision is the number of earlier events in that stream. */
export interface GeneratedEvent {
  readonly tenant: string;
  readonly stream: string;
  readonly event: DomainEvent;
  readonly actor: string;
  readonly occurredAt: string;
}

export interface LogShape {
  readonly events: number;
  readonly seed: number;
  /**
   * Order of the steps: mixed over all units (`interleaved`, the worst case), within each month (`monthly`, realistic),
   * or one stream after the other (`adjacent`).
   */
  readonly order: 'interleaved' | 'monthly' | 'adjacent';
}

const MONTHS = 33;
/** Events per meeting: four of its own and six for each of its two actions. */
const STEPS = 16;
const FIRST_DAY = '2023-08-15' as CalendarDate;
const STARTS_AT = '12:30' as TimeOfDay;
const FIRST_YEAR = 2023 as SchoolYear;

/**
 * The log of fictional municipalities: units with people and services, then three school years of meetings that agree
 * on actions.
 */
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

function* inOrder(units: readonly MadeUpUnit[], order: LogShape['order'], seed: number): Generator<GeneratedEvent> {
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

/** Stable, so that the order within a stream is kept. */
const byStream = (one: GeneratedEvent, other: GeneratedEvent): number =>
  one.stream === other.stream ? 0 : one.stream < other.stream ? 1 : -1;

/** Registers the unit with its people; a municipality's first unit also registers the municipality and its services. */
function* registered(unit: MadeUpUnit, from = FIRST_DAY): Generator<GeneratedEvent> {
  const { tenant, unitId, people, serviceIds, nr, first } = unit;
  const eventOf = (stream: string, event: DomainEvent) => made(unit, stream, event, from);
  if (first) {
    const details = { name: `Kommune ${tenant}`, languageForm: 'nb', demo: true } as const;
    yield eventOf(
      `municipality-${tenant}`,
      municipalityEvents.MunicipalityRegistered({
        ...details,
        number: tenant,
        settings: DEFAULT_SETTINGS,
      }),
    );
    for (const [i, serviceId] of serviceIds.entries())
      yield eventOf(
        `service-${serviceId}`,
        serviceEvents.ServiceRegistered({
          serviceId,
          name: `Tjeneste ${i + 1}`,
          kind: 'ppt',
          serviceUnitId: null,
        }),
      );
  }
  yield eventOf(
    `unit-${unitId}`,
    unitEvents.UnitRegistered({
      unitId,
      name: `Enhet ${nr}`,
      kind: nr % 3 === 0 ? 'school' : 'kindergarten',
      ownership: 'public',
      children: 120,
      area: null,
      obligation: { obliged: true, reason: null },
      from,
    }),
  );
  for (const [i, personId] of people.entries()) {
    yield eventOf(
      `person-${personId}`,
      personEvents.PersonRegistered({
        personId,
        name: `Person ${nr}.${i}`,
        email: null,
        title: null,
      }),
    );
    const role = i === 0 ? 'unit-leader' : 'teacher';
    const place = { unitId, serviceId: null, serviceUnitId: null };
    const roleId = stableId(personId, 'role');
    yield eventOf(`person-${personId}`, personEvents.RoleGiven({ ...place, roleId, role, from, to: null }));
  }
  const schoolYear = Number(from.slice(0, 4)) as SchoolYear;
  const month = `${schoolYear + 1}-07` as Month;
  yield eventOf(
    `schoolyear-${unitId}.${schoolYear}`,
    schoolYearEvents.MonthExempted({ unitId, schoolYear, month, reason: 'Sommerferie' }),
  );
}

const meetingDay = (unit: MadeUpUnit, month: number) => addDays(FIRST_DAY, month * 30 + (unit.nr % 20));

const meetingIdOf = (unit: MadeUpUnit, month: number, seed: number) =>
  stableId(seed, 'meeting', unit.nr, month) as MeetingId;

const actionIdOf = (unit: MadeUpUnit, month: number, nr: number, seed: number) =>
  stableId(seed, 'action', unit.nr, month, nr) as ActionId;

/**
 * A meeting from plan to protocol, and its two actions from agreement to effect: 16 events. `month` counts the unit's
 * meetings from 0.
 */
function* meetingLife(
  unit: MadeUpUnit,
  month: number,
  seed: number,
  on = meetingDay(unit, month),
  schoolYear = (FIRST_YEAR + Math.floor(month / 11)) as SchoolYear,
): Generator<GeneratedEvent> {
  const random = Random.of(seed, unit.nr, month);
  const meetingId = meetingIdOf(unit, month, seed);
  const unitIds = [unit.unitId];
  const meeting = `meeting-${meetingId}`;
  const eventOf = (stream: string, event: DomainEvent, day: CalendarDate) => made(unit, stream, event, day);
  const actions = [0, 1].map((nr) => agreed(unit, random, actionIdOf(unit, month, nr, seed), on));
  const { MeetingPlanned, NoticeGiven, MeetingHeld, ProtocolFiled } = meetingEvents;

  yield eventOf(
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
  yield eventOf(meeting, NoticeGiven({ to: [...unit.people], agenda: null }), addDays(on, -7));
  yield eventOf(meeting, MeetingHeld({ unitIds, heldOn: on, insteadOf: on }), on);
  yield eventOf(
    meeting,
    ProtocolFiled({
      meetingId,
      unitIds,
      filedOn: addDays(on, 2),
      filedBy: unit.people[0],
      protocol: protocolOf(unit, on, actions, random),
    }),
    addDays(on, 2),
  );
  const lives = actions.map((action) => actionLife(unit, action, meetingId, on));
  for (let step = 0; step < 6; step += 1) for (const life of lives) yield life.next().value as GeneratedEvent;
}

function* actionLife(
  unit: MadeUpUnit,
  { actionId, ...content }: AgreedAction,
  meetingId: MeetingId,
  on: CalendarDate,
): Generator<GeneratedEvent> {
  const eventOf = (event: DomainEvent, day: CalendarDate) => made(unit, `action-${actionId}`, event, day);
  const { ActionAgreed, ActionAccepted, ActionStarted, FollowUpRecorded, ActionCompleted, EffectJudged } = actionEvents;
  const agreedOn = addDays(on, 2);
  yield eventOf(ActionAgreed({ ...content, actionId, meetingId, unitIds: [unit.unitId], agreedOn }), agreedOn);
  yield eventOf(ActionAccepted({ by: content.ownerId }), addDays(on, 3));
  yield eventOf(ActionStarted({ startedOn: addDays(on, 5) }), addDays(on, 5));
  const followedUp = {
    on: content.followUpOn,
    outcome: 'on-track',
    note: null,
    nextFollowUpOn: content.dueOn,
  } as const;
  yield eventOf(FollowUpRecorded({ ...followedUp, meetingId: null }), content.followUpOn);
  yield eventOf(ActionCompleted({ completedOn: content.dueOn, note: null }), content.dueOn);
  const judgedOn = addDays(content.dueOn, 20);
  yield eventOf(EffectJudged({ on: judgedOn, effect: 'worked', note: null }), judgedOn);
}

function agreed(unit: MadeUpUnit, random: Random, actionId: ActionId, on: CalendarDate): AgreedAction {
  const content: ActionContent = {
    text: `Felles rutine for overganger, prøves ut i ${random.between(2, 8)} uker og vurderes på neste møte`,
    ownerId: random.pick(unit.people),
    ownerServiceId: random.chance(0.4) ? random.pick(unit.serviceIds) : null,
    dueOn: addDays(on, random.between(20, 60)),
    followUpOn: addDays(on, random.between(10, 19)),
    level: random.pick(['individual', 'group', 'system']),
    category: random.pick(['guidance', 'group-adaptation', 'competence-building']),
    approach: random.pick(['preventive', 'compensating', null]),
    contributors: random.chance(0.3) ? [{ personId: unit.people[1], serviceId: null }] : [],
    resources: null,
    wantedEffect: null,
    matterId: null,
  };
  return { ...content, actionId };
}

function protocolOf(unit: MadeUpUnit, on: CalendarDate, actions: AgreedAction[], random: Random) {
  const { people, unitId, serviceIds } = unit;
  return {
    heldOn: on,
    startedAt: STARTS_AT,
    endedAt: null,
    place: null,
    digital: false,
    chairId: people[0],
    minuteTakerId: people[1],
    participants: people.map((personId, i) => ({
      personId,
      role: i === 0 ? ('unit-leader' as const) : ('teacher' as const),
      unitId,
      serviceId: i === 2 ? serviceIds[0] : null,
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

/** An event of the unit's leader, at noon of the day. */
const made = (unit: MadeUpUnit, stream: string, event: DomainEvent, day: CalendarDate): GeneratedEvent => ({
  tenant: unit.tenant,
  stream,
  event,
  actor: unit.people[0],
  occurredAt: `${day}T11:00:00.000Z`,
});

/** A clock fixed at the end of the generated log. */
export const afterLog: Clock = { now: () => new Date('2026-09-01T07:00:00.000Z') };
