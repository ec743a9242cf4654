import { addDays, type CalendarDate, type PersonId } from '#platform/kernel';
import type { Commands } from './commands.js';
import { AT, on, type World } from './demo-world.js';
import type { KnownAction } from './known-action.js';
import type { Random } from './random.js';
import { CARRIED_ON_BECAUSE, COMPLETED_NOTES, EFFECT_NOTES, HANDOVER_BECAUSE, NOTES } from './texts.js';

/** Plans the life of an action agreed today, between the meetings that discuss it. */
export function scheduleAction(world: World, action: KnownAction, today: CalendarDate, random: Random): void {
  const known = world.actions.get(action.unit.id) ?? [];
  world.actions.set(action.unit.id, [...known, action]);
  const cares = () => random.chance(action.care);
  const then = (day: CalendarDate, happening: (day: CalendarDate) => Promise<unknown>) =>
    on(world, action.unit, day, AT.morning, async (at) => {
      if (action.status === 'open' && world.roster.isActive(action.ownerId, at)) await happening(at);
    });
  if (cares()) {
    const accepted = addDays(today, random.between(1, 7));
    then(accepted, (day) => run(world, action, { type: 'AcceptAction', by: action.ownerId as PersonId, on: day }));
    if (random.chance(0.6))
      then(addDays(accepted, random.between(1, 10)), (day) => run(world, action, { type: 'StartAction', on: day }));
  }
  if (random.chance(0.35))
    then(addDays(today, random.between(6, 20)), (day) =>
      run(world, action, { type: 'NoteProgress', on: day, note: random.pick(NOTES) }),
    );
  if (random.chance(0.06))
    scheduleHandover(world, action, addDays(today, random.between(8, 25)), random.for('handover'));
  if (cares())
    then(addDays(action.followUpOn, random.pick([-1, 0, 0, 0, 3])), (day) => followUp(world, action, day, random));
  if (cares()) then(addDays(action.dueOn, random.between(-6, 4)), (day) => finish(world, action, day, random));
  // Forgotten actions are completed eventually: no action stays open for a whole year.
  then(addDays(action.dueOn, random.between(35, 140)), (day) => finish(world, action, day, random));
}

async function followUp(world: World, action: KnownAction, day: CalendarDate, random: Random): Promise<void> {
  const nextFollowUpOn = addDays(day, random.between(18, 35));
  const outcome = random.weighted({ 'on-track': 8, 'needs-change': 2 });
  await run(world, action, {
    type: 'RecordFollowUp',
    on: day,
    outcome,
    note: random.pick(NOTES),
    nextFollowUpOn,
    meetingId: null,
  });
  Object.assign(action, { followUpOn: nextFollowUpOn, decidedOn: day });
}

async function finish(world: World, action: KnownAction, day: CalendarDate, random: Random): Promise<void> {
  const end = random.weighted({ completed: 82, 'carried-on': 12, abandoned: 6 });
  if (end === 'carried-on') {
    const dueOn = addDays(action.dueOn > day ? action.dueOn : day, random.between(14, 40));
    const followUpOn = addDays(day, random.between(10, 14));
    const reason = random.pick(CARRIED_ON_BECAUSE);
    await run(world, action, { type: 'CarryOnAction', on: day, dueOn, followUpOn, reason, meetingId: null });
    Object.assign(action, { dueOn, followUpOn, decidedOn: day });
    on(world, action.unit, addDays(dueOn, random.between(-4, 9)), AT.morning, async (later) => {
      if (action.status === 'open' && world.roster.isActive(action.ownerId, later))
        await complete(world, action, later, random);
    });
  } else if (end === 'abandoned') {
    await run(world, action, { type: 'AbandonAction', on: day, reason: 'not-relevant', note: null, meetingId: null });
    action.status = 'ended';
  } else await complete(world, action, day, random);
}

async function complete(world: World, action: KnownAction, day: CalendarDate, random: Random): Promise<void> {
  await run(world, action, { type: 'CompleteAction', on: day, note: random.pick(COMPLETED_NOTES), meetingId: null });
  action.status = 'completed';
  scheduleJudgement(world, action, day, random);
}

/** Plans the judgement of a completed action's effect, in most cases some weeks later. */
export function scheduleJudgement(world: World, action: KnownAction, day: CalendarDate, random: Random): void {
  if (!random.chance(0.9)) return;
  on(world, action.unit, addDays(day, random.between(12, 55)), AT.morning, async (later) => {
    const effect = random.weighted({ worked: 52, partly: 30, 'did-not': 8, 'cannot-be-judged': 10 });
    await run(world, action, { type: 'JudgeEffect', on: later, effect, note: random.pick(EFFECT_NOTES) });
    action.status = 'ended';
  });
}

/** Plans a handover to a colleague, who answers some days later; an offer of the last days is still unanswered. */
export function scheduleHandover(world: World, action: KnownAction, day: CalendarDate, random: Random): void {
  on(world, action.unit, day, AT.morning, async (offered) => {
    const { roster } = world;
    if (action.status !== 'open') return;
    const to = roster.colleagueOf(action.ownerId as PersonId, action.unit, offered);
    if (!roster.isActive(to.personId, offered) || to.personId === action.ownerId) return;
    const actor = roster.isActive(action.ownerId, offered) ? (action.ownerId as PersonId) : roster.coordinator;
    await run(
      world,
      action,
      {
        type: 'OfferHandover',
        on: offered,
        to: to.personId,
        toServiceId: to.serviceId,
        receiverIsActive: true,
        receiverServiceIds: to.serviceId === null ? [] : [to.serviceId],
        reason: random.pick(HANDOVER_BECAUSE),
      },
      actor,
    );
    action.offeredTo = to.personId;
    on(world, action.unit, addDays(offered, random.between(4, 9)), AT.morning, async (answered) => {
      if (action.status !== 'open' || action.offeredTo !== to.personId) return;
      if (!roster.isActive(to.personId, answered)) return;
      action.offeredTo = undefined;
      if (random.chance(0.85)) {
        const receiverServiceIds = to.serviceId === null ? [] : [to.serviceId];
        const receiver = { receiverIsActive: true, receiverServiceIds };
        await run(world, action, { type: 'AcceptHandover', by: to.personId, on: answered, ...receiver }, to.personId);
        action.ownerId = to.personId;
      } else
        await run(world, action, { type: 'DeclineHandover', by: to.personId, on: answered, reason: null }, to.personId);
    });
  });
}

const run = (world: World, action: KnownAction, command: Commands['action'], actor: string = action.ownerId) =>
  world.demoCommands.run('action', action.actionId, command, actor);
