import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  monthOf,
  schoolYearOf,
  type ActionId,
  type CalendarDate,
  type Month,
  type PersonId,
  type UnitId,
} from '#platform/kernel';
import type { ProtocolDraft } from '#meetings';
import type { ComingMeeting } from '../coming-meeting.js';
import { AT, on, type World } from '../demo-world.js';
import { file, hold } from '../meetings.js';
import type { DemoUnit } from '../organisation.js';
import type { WrittenProtocol } from '../written-protocol.js';
import type { Random } from '../random.js';
import type { RareCases } from '../rare-cases.js';
import { CORRECTED_BECAUSE, EXEMPT_BECAUSE } from '../texts.js';

type DraftAction = ProtocolDraft['actions'][number];
/** A correction: the draft of the new version, and its effect on what the history knows of the actions. */
interface Correction {
  readonly draft: ProtocolDraft;
  apply(): void;
}

/** Seldom cases of meetings in a history, each with a probability of its own. */
export function rareCasesOf(worldOf: () => World, isOftenExempt: (unit: DemoUnit) => boolean): RareCases {
  return {
    // September with a meeting, in the next year December without one.
    exemptMonth: (unit, year, months) => (isOftenExempt(unit) ? months[year % 2 === 0 ? 1 : 4] : undefined),
    isHeldThoughExempt: (unit, month) =>
      isOftenExempt(unit) ? schoolYearOf(month) % 2 === 0 : isHeldThoughExempt(worldOf(), unit, month),
    forgotten: (unit, meeting, day) => forgotten(worldOf(), unit, meeting, day),
    held: (unit, meeting, today) => isRetracted(worldOf(), unit, meeting, today),
    notFiled: (unit, meeting, heldOn, today) => notFiled(worldOf(), unit, meeting, heldOn, today),
    filed: (unit, meeting, written, today) => filed(worldOf(), unit, meeting, written, today),
  };
}

const isHeldThoughExempt = (world: World, unit: DemoUnit, month: Month) =>
  world.random.for('held though exempt', unit.id, month).chance(0.35);

/** Some forgotten meetings were held and are reported weeks later; some months are exempted afterwards. */
function forgotten(world: World, unit: DemoUnit, meeting: ComingMeeting, day: CalendarDate): void {
  const random = meeting.random.for('forgotten');
  const what = random.weighted({ nothing: 45, reported: 25, exempted: 15, cancelled: 15 });
  const later = addDays(day, random.between(8, 40));
  if (schoolYearOf(later) !== schoolYearOf(day)) return;
  switch (what) {
    case 'reported':
      return on(world, unit, later, AT.meeting, async (today) => {
        await hold(world, unit, { ...meeting, random }, day, today);
      });
    case 'exempted':
      // The month may be exempt already.
      if (isHeldThoughExempt(world, unit, monthOf(day))) return;
      return on(world, unit, later, AT.morning, () => exempt(world, unit, monthOf(day), random));
    case 'cancelled':
      return on(world, unit, later, AT.morning, async (today) => {
        const command = { type: 'CancelMeeting', reason: 'Møtet ble ikke holdt' } as const;
        await world.demoCommands.runThrough('meeting', meeting.meetingId, command, world.roster.leaderOf(unit, today));
      });
    case 'nothing':
  }
}

async function exempt(world: World, unit: DemoUnit, month: Month, random: Random): Promise<void> {
  const schoolYear = schoolYearOf(month);
  const unitId = unit.id as UnitId;
  const [stream, by] = [`${unit.id}.${schoolYear}`, world.roster.coordinator];
  const reason = random.pick(EXEMPT_BECAUSE);
  await world.demoCommands.run('schoolyear', stream, { type: 'ExemptMonth', unitId, schoolYear, month, reason }, by);
}

/** A few meetings were reported as held by mistake. */
function isRetracted(world: World, unit: DemoUnit, { meetingId, random }: ComingMeeting, today: CalendarDate): boolean {
  const own = random.for('retracted');
  if (!own.chance(0.012)) return false;
  on(world, unit, addDays(today, own.between(2, 12)), AT.morning, async (day) => {
    const command = { type: 'RetractHeld', reason: 'Meldt som holdt ved en feil' } as const;
    await world.demoCommands.runThrough('meeting', meetingId, command, world.roster.chairOf(unit, day));
  });
  return true;
}

/** Some protocols come after one to three months, and some are declared lost. */
function notFiled(
  world: World,
  unit: DemoUnit,
  meeting: ComingMeeting,
  heldOn: CalendarDate,
  today: CalendarDate,
): void {
  const random = meeting.random.for('not filed');
  const what = random.weighted({ nothing: 20, filed: 50, lost: 30 });
  if (what === 'nothing') return;
  on(world, unit, addDays(today, random.between(30, 95)), AT.afternoon, async (day) => {
    if (what === 'filed') return file(world, unit, meeting, heldOn, day);
    const by = world.roster.coordinator;
    const command = { type: 'DeclareProtocolLost', reason: 'Møteleder sluttet uten å skrive', by, today: day } as const;
    await world.demoCommands.runThrough('meeting', meeting.meetingId, command, by);
  });
}

/** One protocol in ten is corrected, after days or after months. */
function filed(
  world: World,
  unit: DemoUnit,
  { meetingId, random: source }: ComingMeeting,
  written: WrittenProtocol,
  today: CalendarDate,
): void {
  const random = source.for('corrected');
  if (!random.chance(0.1)) return;
  const after = random.chance(0.4) ? random.between(1, 10) : random.between(15, 110);
  on(world, unit, addDays(today, after), AT.afternoon, async (day) => {
    const correction = correctionOf(world, unit, written, random);
    if (!correction) return;
    const by: PersonId = world.roster.chairOf(unit, day);
    const { draft } = correction;
    const { heldOn } = draft;
    const people = [...written.facts.people.map(({ personId }) => personId), by];
    const facts = {
      ...written.facts,
      people: [...new Set(people)].map((personId) => world.roster.onTheDay(personId, heldOn!)),
    };
    const reason = random.pick(CORRECTED_BECAUSE);
    await world.demoCommands.runThrough(
      'meeting',
      meetingId,
      { type: 'CorrectProtocol', draft, reason, by, today: day, facts },
      by,
    );
    correction.apply();
  });
}

function correctionOf(world: World, unit: DemoUnit, written: WrittenProtocol, random: Random): Correction | undefined {
  const kind = random.weighted({ attendance: 30, content: 30, due: 15, removed: 8, added: 8, day: 9 });
  switch (kind) {
    case 'attendance':
      return otherAttendance(written);
    case 'content':
      return otherContent(written, random);
    case 'due':
      return otherDueDate(written, random);
    case 'removed':
      return withoutLast(written);
    case 'added':
      return withOneMore(world, unit, written);
    case 'day':
      return onAnotherDay(world, unit, written);
  }
}

const nothing = () => undefined;

/** A service that is not the first one was there after all, or was not. */
function otherAttendance({ draft }: WrittenProtocol): Correction | undefined {
  const firstService = draft.participants.findIndex(({ serviceId }) => serviceId !== null);
  const i = draft.participants.findLastIndex(({ serviceId }) => serviceId !== null);
  const participant = draft.participants[i];
  if (!participant || i === firstService) return undefined;
  const attendance = participant.attendance === 'present' ? 'absent' : 'present';
  const participants = draft.participants.with(i, { ...participant, attendance, deputyId: null });
  return { draft: { ...draft, participants }, apply: nothing };
}

const changed = ({ draft }: WrittenProtocol, i: number, changes: Partial<DraftAction>): ProtocolDraft => ({
  ...draft,
  actions: draft.actions.with(i, { ...draft.actions[i]!, ...changes }),
});

/** The level, the category or the resources of an action were wrong. */
function otherContent(written: WrittenProtocol, random: Random): Correction {
  const [first] = written.draft.actions;
  const changes: Partial<DraftAction> = random.pick([
    { level: first!.level === 'group' ? ('individual' as const) : ('group' as const) },
    { category: first!.category === 'guidance' ? ('group-adaptation' as const) : ('guidance' as const) },
    { resources: { nok: random.between(5, 90) * 1_000, hours: random.between(4, 80) } },
  ]);
  return { draft: changed(written, 0, changes), apply: nothing };
}

/** The due date was wrong; a date that was moved since stays as it is. */
function otherDueDate(written: WrittenProtocol, random: Random): Correction {
  const first = written.draft.actions[0]!;
  const dueOn = addDays(first.dueOn!, random.between(3, 21));
  const known = written.agreed[0]!;
  return {
    draft: changed(written, 0, { dueOn }),
    apply: () => void (known.dueOn = known.dueOn === first.dueOn ? dueOn : known.dueOn),
  };
}

/** The last action does not belong in the protocol; only while it is open. */
function withoutLast(written: WrittenProtocol): Correction | undefined {
  const known = written.agreed.at(-1);
  if (!known || written.agreed.length < 2 || known.status !== 'open') return undefined;
  const draft = { ...written.draft, actions: written.draft.actions.slice(0, -1) };
  return { draft, apply: () => void (known.status = 'ended') };
}

/** An action was forgotten in the protocol; nobody works on it. */
function withOneMore(world: World, unit: DemoUnit, { draft }: WrittenProtocol): Correction {
  const first = draft.actions[0]!;
  const actionId = world.demoCommands.id('action', 'forgotten', first.actionId) as ActionId;
  const actions = [...draft.actions, { ...first, actionId, text: 'Følge opp avtalen fra møtet skriftlig' }];
  const known = {
    actionId,
    unit,
    ownerId: first.ownerId!,
    dueOn: first.dueOn!,
    followUpOn: first.followUpOn!,
    decidedOn: draft.heldOn!,
    status: 'open',
    care: 0.5,
  } as const;
  return { draft: { ...draft, actions }, apply: () => void world.actions.get(unit.id)?.push({ ...known }) };
}

/** The meeting was held the working day before; only where nothing else in the protocol depends on the day. */
function onAnotherDay(world: World, unit: DemoUnit, written: WrittenProtocol): Correction | undefined {
  const { draft, facts } = written;
  const heldOn = addWorkingDays(draft.heldOn!, -1, world.roster.isFree(unit));
  const isFit =
    draft.earlierActions.length === 0 &&
    schoolYearOf(heldOn) === schoolYearOf(draft.heldOn!) &&
    isWorkingDay(heldOn, world.roster.isFree(unit)) &&
    facts.people.every(({ personId }) => world.roster.isActive(personId, heldOn));
  return isFit ? { draft: { ...draft, heldOn }, apply: nothing } : undefined;
}
