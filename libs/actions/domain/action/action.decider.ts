import {
  addDays,
  holdsNationalNumber,
  isSame,
  never,
  refuse,
  refuseAll,
  type BrokenRule,
  type Decider,
} from '#platform/kernel';
import {
  ActionAbandoned,
  ActionAccepted,
  ActionAgreed,
  ActionCarriedOn,
  ActionChanged,
  ActionCompleted,
  ActionCorrected,
  ActionDeclined,
  ActionStarted,
  ANSWER_LINK_DAYS,
  EffectJudged,
  FollowUpRecorded,
  HandoverAccepted,
  HandoverDeclined,
  HandoverOffered,
  isLaterDueDate,
  OwnerAnswered,
  ProgressNoted,
  type ActionEvent,
} from '../../contract/index.js';
import type {
  AbandonAction,
  ActionCommand,
  AgreeAction,
  AnswerByLink,
  ApplyCorrection,
  CarryOnAction,
  ChangeAction,
  DeclineAction,
  JudgeEffect,
  OfferHandover,
  RecordFollowUp,
} from './action.commands.js';
import { differences, pick } from './action.content.js';
import { evolve } from './action.evolve.js';
import type { ActionRule } from './action.refusals.js';
import { notAgreed, type Action, type AgreedAction, type OpenAction } from './action.state.js';

/** The life of one action, from the protocol that agreed it until its effect is judged (workflow § 3.4, R2–R4, R12). */
export const action: Decider<Action, ActionCommand, ActionEvent, ActionRule> = {
  initialState: notAgreed,
  decide(command, state) {
    if (command.type === 'AgreeAction') return agree(command, state);
    if (state.status === 'not-agreed') return refuse('ACTION_NOT_AGREED');
    if (command.type === 'ApplyCorrection') return applyCorrection(command, state);
    if (command.type === 'JudgeEffect') return judge(command, state);
    if (isTakenOut(command) && (state.status === 'abandoned' || command.meetingId !== state.meetingId)) return [];
    const inMeeting = isInMeeting(command) ? decideLate(command, state) : undefined;
    if (inMeeting) return inMeeting;
    return state.status === 'open' ? decideOpen(command, state) : refuse('ACTION_ENDED');
  },
  evolve,
};

/**
 * True when a corrected protocol drops the action: it is abandoned, or remains so. An action of another meeting with
 * the same id is left alone.
 */
const isTakenOut = (command: ActionCommand): command is AbandonAction =>
  command.type === 'AbandonAction' && command.reason === 'corrected';

function decideOpen(command: Exclude<ActionCommand, AgreeAction | ApplyCorrection | JudgeEffect>, state: OpenAction) {
  switch (command.type) {
    case 'AcceptAction':
      if (command.by !== state.content.ownerId) return refuse('ONLY_OWNER_MAY_ACCEPT');
      return state.progress === 'agreed' ? [ActionAccepted({ by: command.by })] : [];
    case 'DeclineAction':
      return decline(command, state);
    case 'StartAction':
      return state.progress === 'started' ? [] : [ActionStarted({ startedOn: command.on })];
    case 'NoteProgress':
      return refuseAll(written(command, 'note')) ?? [ProgressNoted({ on: command.on, note: command.note })];
    case 'AnswerByLink':
      return answerByLink(command, state);
    case 'RecordFollowUp':
      return recordFollowUp(command);
    case 'CompleteAction':
      return refuseAll(written(command, 'note')) ?? [ActionCompleted({ completedOn: command.on, note: command.note })];
    case 'CarryOnAction':
      return carryOn(command, state);
    case 'ChangeAction':
      return change(command, state);
    case 'OfferHandover':
      return offer(command, state);
    case 'AcceptHandover':
      if (!state.offer) return refuse('NO_HANDOVER_OFFERED');
      if (state.offer.to !== command.by) return refuse('ONLY_RECEIVER_MAY_ANSWER');
      if (!command.receiverIsActive) return refuse('RECEIVER_NOT_ACTIVE');
      if (!isOfService(command, state.offer)) return refuse('RECEIVER_NOT_OF_SERVICE');
      return [HandoverAccepted({ from: state.content.ownerId, ...state.offer, on: command.on })];
    case 'DeclineHandover': {
      if (!state.offer) return refuse('NO_HANDOVER_OFFERED');
      if (state.offer.to !== command.by) return refuse('ONLY_RECEIVER_MAY_ANSWER');
      const declined = HandoverDeclined({ to: state.offer.to, on: command.on, reason: command.reason });
      return refuseAll(written(command, 'reason')) ?? [declined];
    }
    case 'AbandonAction': {
      const { on, reason, note } = command;
      return refuseAll(written(command, 'note')) ?? [ActionAbandoned({ on, reason, note })];
    }
    default:
      return never(command);
  }
}

function decline(command: DeclineAction, { content, progress, declined }: OpenAction) {
  const { by, on, reason } = command;
  if (by !== content.ownerId) return refuse('ONLY_OWNER_MAY_DECLINE');
  if (progress !== 'agreed') return refuse('ACTION_ALREADY_ACCEPTED');
  return refuseAll(written(command, 'reason')) ?? (declined === reason ? [] : [ActionDeclined({ by, on, reason })]);
}

/** A link is used once; it holds as long as what its mail told is so. */
function answerByLink({ by, on, answer, toldOn, about, day }: AnswerByLink, { content, answered }: OpenAction) {
  if (by !== content.ownerId) return refuse('ONLY_OWNER_MAY_ANSWER');
  if (answered.some((it) => it.by === by && it.toldOn === toldOn)) return refuse('ANSWER_LINK_USED');
  if (on > addDays(toldOn, ANSWER_LINK_DAYS)) return refuse('ANSWER_LINK_EXPIRED');
  if (about === 'overdue' && day !== content.dueOn) return refuse('DUE_DATE_MOVED_SINCE_TOLD');
  if (about === 'follow-up-missed' && day !== content.followUpOn) return refuse('FOLLOW_UP_MOVED_SINCE_TOLD');
  return [OwnerAnswered({ by, on, answer, toldOn })];
}

/**
 * A second run of the policy finds the action agreed and adds nothing; an id used by another meeting's action is
 * refused.
 */
function agree({ actionId, meetingId, unitIds, content, on }: AgreeAction, state: Action) {
  if (state.status !== 'not-agreed') return state.meetingId === meetingId ? [] : refuse('ACTION_OF_ANOTHER_MEETING');
  return [ActionAgreed({ ...content, actionId, meetingId, unitIds: [...unitIds], agreedOn: on })];
}

type InMeeting = Extract<ActionCommand, { readonly meetingId: string | null }>;
const isInMeeting = (command: ActionCommand): command is Exclude<InMeeting, AgreeAction | ApplyCorrection> =>
  'meetingId' in command && command.meetingId !== null;

/**
 * Decides for a protocol that was filed late. Decisions before the agreement are refused; when there is a decision of a
 * later day, that one is valid, and only the meeting's follow-up is recorded. Undefined when the meeting's decision is
 * the last one.
 */
function decideLate(command: Exclude<InMeeting, AgreeAction | ApplyCorrection>, state: AgreedAction) {
  const { on, meetingId } = command;
  // A correction may drop the protocol's own action, on the day of the correction.
  if (on < state.agreedOn) return refuse('DECIDED_BEFORE_AGREED');
  if (state.status === 'open' && on >= state.decidedOn) return undefined;
  if (command.type === 'RecordFollowUp' && command.outcome === 'on-track' && on <= state.decidedOn)
    return [FollowUpRecorded({ on, outcome: 'on-track', note: command.note, nextFollowUpOn: null, meetingId })];
  if (state.status === 'open') return refuse('DECIDED_SINCE_THE_MEETING');
  const isRepeated = command.type === 'CompleteAction' && 'completedOn' in state && state.completedOn === on;
  return isRepeated ? [] : refuse('ACTION_ENDED');
}

function recordFollowUp(command: RecordFollowUp) {
  const { on, outcome, note, meetingId } = command;
  const nextFollowUpOn = outcome === 'done' ? null : command.nextFollowUpOn;
  const broken: BrokenRule<ActionRule>[] = written(command, 'note');
  if (outcome !== 'done' && nextFollowUpOn === null)
    broken.push({ rule: 'FOLLOW_UP_DAY_NEEDED', at: 'nextFollowUpOn' });
  if (nextFollowUpOn !== null && nextFollowUpOn < on)
    broken.push({ rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'nextFollowUpOn' });
  const recorded = FollowUpRecorded({ on, outcome, note, nextFollowUpOn, meetingId });
  return (
    refuseAll(broken) ?? (outcome === 'done' ? [recorded, ActionCompleted({ completedOn: on, note })] : [recorded])
  );
}

function carryOn(command: CarryOnAction, { content }: OpenAction) {
  const { on, dueOn, followUpOn, reason, meetingId } = command;
  const broken: BrokenRule<ActionRule>[] = written(command, 'reason');
  if (!isLaterDueDate(dueOn, content.dueOn, on)) broken.push({ rule: 'DUE_DATE_NOT_LATER', at: 'dueOn' });
  if (followUpOn < on) broken.push({ rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'followUpOn' });
  return refuseAll(broken) ?? [ActionCarriedOn({ from: content.dueOn, dueOn, followUpOn, reason, on, meetingId })];
}

function change(command: ChangeAction, { content }: OpenAction) {
  const { on, reason, meetingId } = command;
  const changes = differences(content, command.changes);
  const { text, wantedEffect, ownerId, dueOn, followUpOn } = changes;
  const broken: BrokenRule<ActionRule>[] = [
    ...written({ meetingId, text, wantedEffect }, 'text', 'wantedEffect').map(({ rule, at }) => ({
      rule,
      at: `changes.${at}`,
    })),
    ...written(command, 'reason'),
  ];
  if (ownerId) broken.push({ rule: 'OWNER_CHANGES_BY_HANDOVER', at: 'changes.ownerId' });
  if (dueOn && dueOn < on) broken.push({ rule: 'DUE_DATE_BEFORE_TODAY', at: 'changes.dueOn' });
  if (followUpOn && followUpOn < on) broken.push({ rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'changes.followUpOn' });
  const isChanged = Object.keys(changes).length > 0;
  return (
    refuseAll(broken) ??
    (isChanged ? [ActionChanged({ content: { ...content, ...changes }, reason, on, meetingId })] : [])
  );
}

function offer(command: OfferHandover, state: OpenAction) {
  const { on, to, toServiceId, reason } = command;
  const { ownerId } = state.content;
  const broken: BrokenRule<ActionRule>[] = written(command, 'reason');
  if (to === ownerId) broken.push({ rule: 'HANDOVER_TO_SELF', at: 'to' });
  if (!command.receiverIsActive) broken.push({ rule: 'RECEIVER_NOT_ACTIVE', at: 'to' });
  else if (!isOfService(command, command)) broken.push({ rule: 'RECEIVER_NOT_OF_SERVICE', at: 'toServiceId' });
  const refused = refuseAll(broken);
  if (refused) return refused;
  return isSame(state.offer, { to, toServiceId })
    ? []
    : [HandoverOffered({ from: ownerId, to, toServiceId, on, reason })];
}

const isOfService = (
  { receiverServiceIds }: Pick<OfferHandover, 'receiverServiceIds'>,
  { toServiceId }: Pick<OfferHandover, 'toServiceId'>,
): boolean => toServiceId === null || receiverServiceIds.includes(toServiceId);

function judge(command: JudgeEffect, state: AgreedAction) {
  const { on, effect, note } = command;
  switch (state.status) {
    case 'open':
      return refuse('ACTION_NOT_COMPLETED');
    case 'abandoned':
      return refuse('ACTION_ENDED');
    case 'closed':
      if (state.effect === effect && state.note === note) return [];
      return refuseAll(written(command, 'note')) ?? [EffectJudged({ on, effect, note })];
    case 'completed':
      return refuseAll(written(command, 'note')) ?? [EffectJudged({ on, effect, note })];
    default:
      return never(state);
  }
}

/** Corrects the action but keeps decisions made since the protocol (a new due date, a handover). */
function applyCorrection({ from, to, reason, on, meetingId, version }: ApplyCorrection, { content }: AgreedAction) {
  const wanted = Object.keys(differences(content, to));
  const untouched = wanted.filter((field) => isSame(pick(content, [field]), pick(from, [field])));
  if (wanted.length === 0) return [];
  if (untouched.length === 0) return refuse('CORRECTION_OVERTAKEN');
  return [ActionCorrected({ content: { ...content, ...pick(to, untouched) }, reason, on, meetingId, version })];
}

/** Refuses national numbers in free text, except in text of a filed protocol. */
function written<Field extends string>(
  command: { readonly meetingId?: string | null } & { readonly [F in Field]?: string | null },
  ...fields: Field[]
): BrokenRule<ActionRule>[] {
  if (command.meetingId) return [];
  return fields
    .filter((field) => holdsNationalNumber(command[field] ?? ''))
    .map((field) => ({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: field }));
}
