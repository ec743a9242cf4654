import type { ProtocolDraft } from '#meetings';
import { addDays, daysBetween, type ActionId, type CalendarDate } from '#platform/kernel';
import { scheduleJudgement } from './actions.js';
import type { ComingMeeting } from './coming-meeting.js';
import { workingDay, type World } from './demo-world.js';
import type { KnownAction } from './known-action.js';
import type { WrittenProtocol } from './written-protocol.js';
import type { DemoUnit } from './organisation.js';
import type { Random } from './random.js';
import type { Seat } from './roster.js';
import { ACTIONS, APPROACH, CARRIED_ON_BECAUSE, COMPLETED_NOTES, HEADINGS, NOTES } from './texts.js';

type Draft<K extends 'participants' | 'matters' | 'actions' | 'earlierActions'> = ProtocolDraft[K][number];

/** Writes the protocol of a meeting held on `heldOn`, for the day it is filed. */
export function protocolOf(
  world: World,
  unit: DemoUnit,
  meeting: ComingMeeting,
  heldOn: CalendarDate,
  today: CalendarDate,
): WrittenProtocol {
  const { roster } = world;
  const random = meeting.random.for('protocol');
  const seats = roster.seatsOf(unit, heldOn);
  const participants = attended(world, unit, seats, heldOn, random);
  const open = (world.actions.get(unit.id) ?? []).filter(({ status }) => status === 'open');
  const earlier = open.flatMap((action) => talkedAbout(world, action, heldOn, today, random.for(action.actionId)));
  const matters = mattersOf(world, unit, meeting, random);
  const present = seats.filter((_, i) => participants[i]!.attendance === 'present');
  const count = Number(random.weighted({ 1: 8, 2: 22, 3: 30, 4: 22, 5: 12, 6: 6 }));
  const actions = Array.from({ length: count }, (_, i) =>
    newAction(world, unit, meeting, heldOn, matters, present, random.for('new', i), i),
  );
  const named = [
    ...participants.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])]),
    ...actions.flatMap((action) => [action.ownerId!, ...action.contributors.flatMap((c) => c.personId ?? [])]),
    ...open.map(({ ownerId }) => ownerId),
    roster.chairOf(unit, heldOn),
  ];
  return {
    draft: {
      heldOn,
      startedAt: null,
      endedAt: null,
      place: null,
      digital: random.chance(0.15),
      chairId: roster.chairOf(unit, heldOn),
      minuteTakerId: roster.chairOf(unit, heldOn),
      participants,
      earlierActions: earlier.map(({ entry }) => entry),
      matters,
      actions,
      nextMeetingOn: null,
    },
    facts: {
      people: [...new Set(named)].map((personId) => roster.onTheDay(personId, heldOn)),
      serviceIds: roster.serviceIds,
      openActions: open.map(({ actionId, ownerId, decidedOn }) => ({
        actionId,
        hasActiveOwner: roster.isActive(ownerId, heldOn),
        isDecidedSince: decidedOn > heldOn,
        completedOn: null,
      })),
      actionStates: open.map(({ actionId, dueOn, followUpOn, decidedOn }) => ({
        actionId,
        isOpen: true,
        isAbandoned: false,
        agreedOn: decidedOn,
        decidedOn,
        completedOn: null,
        dueOn,
        followUpOn,
      })),
    },
    agreed: actions.map((action) => ({
      actionId: action.actionId,
      unit,
      ownerId: action.ownerId!,
      dueOn: action.dueOn!,
      followUpOn: action.followUpOn!,
      decidedOn: heldOn,
      status: 'open',
      care: 0.35 + unit.discipline * 0.55,
    })),
    decide: () => {
      for (const { decide, action } of earlier) {
        action.decidedOn = heldOn;
        decide();
      }
    },
  };
}

/** Attendance: the unit's own people nearly always, the services mostly; at least one of each, as filing requires. */
function attended(world: World, unit: DemoUnit, seats: readonly Seat[], heldOn: CalendarDate, random: Random) {
  const firstService = seats.findIndex(({ serviceId }) => serviceId !== null);
  return seats.map(({ personId, role, unitId, serviceId, mustAttend }, i): Draft<'participants'> => {
    const certain = i === 0 || i === firstService;
    const there = certain || random.chance(serviceId === null ? 0.93 : mustAttend ? 0.84 : 0.6);
    const deputy = !there && serviceId !== null && random.chance(0.25);
    return {
      personId,
      role,
      unitId,
      serviceId,
      attendance: there ? 'present' : deputy ? 'deputy' : 'absent',
      deputyId: deputy ? roster(world).colleagueOf(personId, unit, heldOn).personId : null,
    };
  });
}
const roster = (world: World) => world.roster;

function mattersOf(world: World, unit: DemoUnit, meeting: ComingMeeting, random: Random): Draft<'matters'>[] {
  const topics = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];
  return Array.from({ length: random.between(2, 4) }, (_, i): Draft<'matters'> => {
    const topic = random.pick(topics);
    const cause = random.weighted({ competence: 2, cooperation: 2, capacity: 1, none: 5 });
    const shared = {
      matterId: world.demoCommands.id('matter', meeting.meetingId, i),
      topic,
      cause: cause === 'none' ? null : cause,
    };
    // In units with few children, even codes could identify a child.
    if (unit.children >= 20 && random.chance(0.35))
      return {
        ...shared,
        kind: 'anonymous',
        ageBand: unit.kind === 'kindergarten' ? random.pick(['0-2', '3-5']) : random.pick(['6-9', '10-12', '13-15']),
        setting: random.pick(['class-or-group', 'free-play-or-break', 'whole-unit', 'transition']),
      };
    return { ...shared, kind: 'system', heading: random.pick(HEADINGS[topic]) };
  });
}

function newAction(
  world: World,
  unit: DemoUnit,
  { meetingId }: ComingMeeting,
  heldOn: CalendarDate,
  matters: readonly Draft<'matters'>[],
  present: readonly Seat[],
  random: Random,
  i: number,
): Draft<'actions'> {
  const isFree = world.roster.isFree(unit);
  const category = random.weighted({
    'competence-building': 22,
    guidance: 20,
    'observation-assessment': 14,
    'group-adaptation': 18,
    'parent-cooperation': 10,
    referral: 3,
    statped: 1,
    'extra-resources': 5,
    report: 2,
    other: 8,
  });
  const { text, wanted } = random.pick(ACTIONS[category]);
  const fromService = present.filter(({ serviceId }) => serviceId !== null);
  const owner = random.chance(0.45) && fromService.length > 0 ? random.pick(fromService) : random.pick(present);
  const helper = random.chance(0.4) ? random.pick(present) : undefined;
  const dueOn = workingDay(addDays(heldOn, random.between(18, 75)), isFree);
  const lookAgain = addDays(heldOn, Math.min(random.between(18, 40), daysBetween(heldOn, dueOn)));
  return {
    actionId: world.demoCommands.id('action', meetingId, i) as ActionId,
    text,
    ownerId: owner.personId,
    ownerServiceId: owner.serviceId,
    dueOn,
    followUpOn: workingDay(lookAgain, isFree),
    level: random.weighted({ system: 50, group: 42, individual: 8 }),
    category,
    approach: APPROACH[category],
    contributors:
      helper && helper.personId !== owner.personId ? [{ personId: helper.personId, serviceId: helper.serviceId }] : [],
    resources:
      category === 'extra-resources'
        ? { nok: random.between(10, 180) * 1000, hours: random.between(10, 120) }
        : random.chance(0.1)
          ? { nok: null, hours: random.between(2, 20) }
          : null,
    wantedEffect: wanted,
    matterId: random.pick(matters).matterId,
  };
}

/**
 * The meeting's decision about an open action that is due for discussion; undefined when it is not due or was skipped.
 */
function talkedAbout(world: World, action: KnownAction, heldOn: CalendarDate, today: CalendarDate, random: Random) {
  const isDue = action.followUpOn <= addDays(heldOn, 5) || action.dueOn <= addDays(heldOn, 5);
  if (action.decidedOn > heldOn) return [];
  if (!isDue || !random.chance(action.care) || !world.roster.isActive(action.ownerId, heldOn)) return [];
  const isFree = world.roster.isFree(action.unit);
  const nothing = { text: null, dueOn: null, followUpOn: null, reason: null, abandonReason: null, note: null };
  const shared = { ...nothing, actionId: action.actionId as ActionId };
  const overdue = action.dueOn <= heldOn;
  const outcome = random.weighted({
    'on-track': overdue ? 10 : 60,
    completed: overdue ? 55 : 25,
    'carried-on': overdue ? 35 : 5,
    abandoned: 3,
  });
  const followUpOn = workingDay(addDays(today, random.between(20, 35)), isFree);
  const put = (
    entry: Omit<Draft<'earlierActions'>, keyof typeof nothing | 'actionId'> & Partial<Draft<'earlierActions'>>,
    decide: () => void,
  ) => [{ action, entry: { ...shared, ...entry }, decide }];
  switch (outcome) {
    case 'on-track':
      return put({ outcome, followUpOn, note: random.pick(NOTES) }, () => void (action.followUpOn = followUpOn));
    case 'completed':
      return put({ outcome, note: random.pick(COMPLETED_NOTES) }, () => {
        action.status = 'completed';
        scheduleJudgement(world, action, today, random);
      });
    case 'carried-on': {
      const from = action.dueOn > today ? action.dueOn : today;
      const dueOn = workingDay(addDays(from, random.between(14, 45)), isFree);
      return put({ outcome, dueOn, followUpOn, reason: random.pick(CARRIED_ON_BECAUSE) }, () => {
        action.dueOn = dueOn;
        action.followUpOn = followUpOn;
      });
    }
    case 'abandoned':
      return put(
        { outcome, abandonReason: random.pick(['not-relevant', 'replaced']) },
        () => void (action.status = 'ended'),
      );
  }
}
