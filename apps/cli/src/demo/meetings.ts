import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  monthOf,
  schoolYearOf,
  type CalendarDate,
  type PersonId,
  type TimeOfDay,
} from '#platform/kernel';
import { scheduleAction } from './actions.js';
import { AT, isClosed, on, type World } from './demo-world.js';
import type { DemoUnit } from './organisation.js';
import type { ComingMeeting } from './coming-meeting.js';
import { protocolOf } from './protocols.js';
import { CANCELLED_BECAUSE, CORRECTED_BECAUSE, MOVED_BECAUSE, POSTPONED_BECAUSE } from './texts.js';
import type { WrittenProtocol } from './written-protocol.js';

/** Meeting place of a unit. */
export const placeOf = ({ kind }: DemoUnit): string =>
  kind === 'school' ? 'Møterom i administrasjonen' : 'Personalrommet';

/** Working days before the meeting at which its notice goes out. */
const NOTICE = { shortest: 5, longest: 8 };
/** Within this many days before a unit closes, its meetings are held on their day. */
const CLOSING_DAYS = 30;
/** A meeting at least this many days ahead has no notice yet: notices go out at most eight working days before. */
const NOT_CALLED_DAYS = 14;

/** Plans one meeting: moved or not, called, postponed, cancelled, forgotten or held, and its protocol. */
export function scheduleMeeting(world: World, unit: DemoUnit, planned: ComingMeeting): void {
  const { random } = planned;
  const isFree = world.roster.isFree(unit);
  if (isClosed(unit, planned.on)) return;
  const fate =
    planned.certain || isClosed(unit, addDays(planned.on, CLOSING_DAYS))
      ? 'held'
      : random.weighted({
          held: 0.55 + unit.discipline * 0.4,
          postponed: 0.05,
          cancelled: 0.015,
          forgotten: (1 - unit.discipline) * 0.35 + 0.005,
          moved: 0.04,
        });
  let day = planned.on;
  if (fate === 'moved') {
    const other = addWorkingDays(day, random.pick([-2, -1, 1, 2]), isFree);
    if (monthOf(other) === monthOf(day) && other > addDays(world.roster.organisation.begins, NOT_CALLED_DAYS)) {
      const to = other;
      on(world, unit, addWorkingDays(planned.on, -14, isFree), AT.morning, () => move(world, unit, planned, to));
      day = to;
    }
  }
  if (fate !== 'moved') day = foreseeJustMoved(world, unit, planned);
  const notice = random.chance(0.3 + unit.discipline * 0.68) || fate === 'postponed';
  if (notice)
    on(
      world,
      unit,
      addWorkingDays(day, -random.between(NOTICE.shortest, NOTICE.longest), isFree),
      AT.morning,
      (today) => call(world, unit, planned, day, today),
    );
  if (fate === 'forgotten') return world.rare?.forgotten(unit, planned, day);
  if (fate === 'cancelled')
    return on(world, unit, addWorkingDays(day, -1, isFree), AT.afternoon, async (today) => {
      await world.demoCommands.runThrough(
        'meeting',
        planned.meetingId,
        { type: 'CancelMeeting', reason: random.pick(CANCELLED_BECAUSE) },
        world.roster.leaderOf(unit, today),
      );
      world.plannedDays.cancel(unit.id, planned.meetingId, today);
    });
  if (fate === 'postponed') {
    const later = addWorkingDays(day, random.between(3, 8), isFree);
    if (schoolYearOf(later) === schoolYearOf(day)) {
      const original = day;
      on(world, unit, addWorkingDays(original, -1, isFree), AT.afternoon, (today) =>
        postpone(world, unit, planned, later, today),
      );
      day = later;
    }
  }
  on(world, unit, day, AT.meeting, (today) => hold(world, unit, planned, today, today));
}

/** Moves some meetings without a notice yesterday, so that users who open the demo see news. Returns the day. */
function foreseeJustMoved(world: World, unit: DemoUnit, planned: ComingMeeting): CalendarDate {
  const { asOf, roster } = world;
  const { on: day, random } = planned;
  const isFree = roster.isFree(unit);
  const isNext = day > addDays(asOf, NOT_CALLED_DAYS) && day <= addDays(asOf, NOT_CALLED_DAYS + 30);
  if (!isNext || !random.for('just moved').chance(0.2)) return day;
  const to = addWorkingDays(day, 1, isFree);
  const yesterday = addWorkingDays(asOf, -1, isFree);
  // Before a holiday the notice may be out already.
  if (monthOf(to) !== monthOf(day) || yesterday >= addWorkingDays(day, -NOTICE.longest, isFree)) return day;
  on(world, unit, yesterday, AT.morning, () => move(world, unit, planned, to));
  return to;
}

async function move(
  world: World,
  unit: DemoUnit,
  { meetingId, random }: ComingMeeting,
  to: CalendarDate,
): Promise<void> {
  const startsAt = unit.rule.startsAt as TimeOfDay;
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    {
      type: 'MoveMeeting',
      on: to,
      startsAt,
      place: placeOf(unit),
      reason: random.pick(MOVED_BECAUSE),
      outOfMonth: false,
      force: false,
      facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
    },
    world.roster.leaderOf(unit, to),
  );
  world.plannedDays.move(unit.id, meetingId, to);
}

async function call(
  world: World,
  unit: DemoUnit,
  { meetingId }: ComingMeeting,
  day: CalendarDate,
  today: CalendarDate,
) {
  if (today > day) return;
  const to = world.roster.seatsOf(unit, day).map(({ personId }) => personId);
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    { type: 'GiveNotice', to, agenda: 'Oppfølging av tiltak, systemsaker, anonyme drøftinger, nye tiltak', today },
    world.roster.chairOf(unit, today),
  );
}

async function postpone(
  world: World,
  unit: DemoUnit,
  { meetingId, random }: ComingMeeting,
  to: CalendarDate,
  today: CalendarDate,
) {
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    {
      type: 'PostponeMeeting',
      on: to,
      startsAt: unit.rule.startsAt as TimeOfDay,
      reason: random.pick(POSTPONED_BECAUSE),
      force: false,
      facts: { freeDay: !isWorkingDay(to, world.roster.isFree(unit)), closedUnitIds: [], busyUnitIds: [] },
    },
    world.roster.leaderOf(unit, today),
  );
  world.plannedDays.move(unit.id, meetingId, to);
}

/** Reports the meeting as held on the day, and plans its protocol. */
export async function hold(
  world: World,
  unit: DemoUnit,
  meeting: ComingMeeting,
  heldOn: CalendarDate,
  today: CalendarDate,
): Promise<void> {
  const { meetingId, random } = meeting;
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    { type: 'HoldMeeting', heldOn, today },
    world.roster.chairOf(unit, today),
  );
  if (world.rare?.held(unit, meeting, today)) return;
  const lateness = random.weighted({
    prompt: unit.discipline * 0.75,
    inTime: unit.discipline * 0.25,
    late: (1 - unit.discipline) * 0.8 + 0.06,
    never: (1 - unit.discipline) * 0.15 + 0.003,
  });
  const days = {
    prompt: random.between(0, 1),
    inTime: random.between(2, 5),
    late: random.between(7, 22),
    never: 9_999,
  }[lateness];
  const filed = days > 1_000 ? undefined : addWorkingDays(today, days, world.roster.isFree(unit));
  if (filed === undefined) world.rare?.notFiled(unit, meeting, heldOn, today);
  if (filed === undefined || filed > world.asOf) world.waiting.push({ meeting, unit, heldOn });
  else on(world, unit, filed, AT.afternoon, (filedOn) => file(world, unit, meeting, heldOn, filedOn));
}

/** Files the protocol of a meeting held on `heldOn`. */
export async function file(
  world: World,
  unit: DemoUnit,
  meeting: ComingMeeting,
  heldOn: CalendarDate,
  today: CalendarDate,
): Promise<void> {
  const { meetingId, random } = meeting;
  const by = world.roster.chairOf(unit, today);
  const written = protocolOf(world, unit, meeting, heldOn, today);
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    { type: 'FileProtocol', draft: written.draft, by, today, facts: written.facts },
    by,
  );
  written.decide();
  for (const action of written.agreed) scheduleAction(world, action, today, random.for('action', action.actionId));
  if (random.chance(0.03) && written.agreed.length > 0)
    on(world, unit, addDays(today, random.between(2, 12)), AT.afternoon, (day) =>
      correct(world, meeting, written, by, day),
    );
  else world.rare?.filed(unit, meeting, written, today);
}

/** Corrects a wrong due date, unless something else has been decided about the action since. */
async function correct(
  world: World,
  { meetingId, random }: ComingMeeting,
  written: WrittenProtocol,
  by: PersonId,
  today: CalendarDate,
) {
  const action = written.agreed[0]!;
  const first = written.draft.actions[0]!;
  if (action.status !== 'open' || action.dueOn !== first.dueOn) return;
  const dueOn = addDays(action.dueOn, 7);
  const draft = { ...written.draft, actions: [{ ...first, dueOn }, ...written.draft.actions.slice(1)] };
  await world.demoCommands.runThrough(
    'meeting',
    meetingId,
    { type: 'CorrectProtocol', draft, reason: random.pick(CORRECTED_BECAUSE), by, today, facts: written.facts },
    by,
  );
  action.dueOn = dueOn;
}
