import { CalendarDate, MeetingId, PersonId, ServiceId, UnitId, ActionId } from '#platform/kernel';
import {
  ActionAbandoned,
  ActionAccepted,
  ActionAgreed,
  ActionCarriedOn,
  ActionChanged,
  ActionCompleted,
  type ActionContent,
  ActionCorrected,
  ActionDeclined,
  ActionStarted,
  EffectJudged,
  FollowUpRecorded,
  HandoverAccepted,
  HandoverDeclined,
  HandoverOffered,
  OwnerAnswered,
  ProgressNoted,
} from '../../contract/index.js';
import type {
  AbandonAction,
  AcceptAction,
  AcceptHandover,
  AgreeAction,
  AnswerByLink,
  ApplyCorrection,
  CarryOnAction,
  ChangeAction,
  CompleteAction,
  DeclineAction,
  DeclineHandover,
  JudgeEffect,
  NoteProgress,
  OfferHandover,
  RecordFollowUp,
  StartAction,
} from './action.commands.js';

// Valid, invented examples; a specification changes only the relevant fields.
export const day = (text: string) => CalendarDate.parse(text);
const id = (n: number) => `018f0c5e-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const anna = PersonId.parse(id(1));
export const berit = PersonId.parse(id(2));
export const carl = PersonId.parse(id(3));
export const ppt = ServiceId.parse(id(11));
export const health = ServiceId.parse(id(12));
export const actionId = ActionId.parse(id(21));
export const meetingId = MeetingId.parse(id(31));
export const laterMeetingId = MeetingId.parse(id(32));
export const unitId = UnitId.parse('974552876');
export const today = day('2026-11-22');
/** Eleven digits that belong to nobody: the registers' test persons have 80 added to the month. */
export const nationalNumber = '15817012345';

export const content = (changes: Partial<ActionContent> = {}): ActionContent => ({
  text: 'Veilede personalet i språkgrupper',
  ownerId: anna,
  ownerServiceId: ppt,
  dueOn: day('2026-12-07'),
  followUpOn: day('2026-12-09'),
  level: 'group',
  category: 'guidance',
  approach: 'preventive',
  contributors: [{ personId: null, serviceId: health }],
  resources: { nok: null, hours: 12 },
  wantedEffect: 'Flere barn deltar i lek',
  matterId: null,
  ...changes,
});

// Events
export const agreed = (changes: Partial<ActionContent> = {}) =>
  ActionAgreed({ ...content(changes), actionId, meetingId, unitIds: [unitId], agreedOn: day('2026-11-10') });
export const accepted = () => ActionAccepted({ by: anna });
export const saidNo = ({ reason = 'Har ikke tid før jul' } = {}) => ActionDeclined({ by: anna, on: today, reason });
export const started = () => ActionStarted({ startedOn: today });
export const progressNoted = () => ProgressNoted({ on: today, note: 'To av tre grupper er i gang' });
export const toldOn = day('2026-11-20');
export const ownerAnswered = ({ answer = 'more-time' as const, told = toldOn, by = anna } = {}) =>
  OwnerAnswered({ by, on: today, answer, toldOn: told });
export const completed = () => ActionCompleted({ completedOn: today, note: null });
export const judged = ({ effect = 'partly' as const, note = null as string | null } = {}) =>
  EffectJudged({ on: today, effect, note });
export const abandoned = () => ActionAbandoned({ on: today, reason: 'not-relevant', note: null });
export const offered = ({ from = anna, to = berit } = {}) =>
  HandoverOffered({ from, to, toServiceId: health, on: today, reason: null });
export const handedOver = ({ from = anna, to = berit } = {}) =>
  HandoverAccepted({ from, to, toServiceId: health, on: today });
export const declined = () => HandoverDeclined({ to: berit, on: today, reason: null });
export const followedUp = ({ nextFollowUpOn = day('2026-12-15'), inMeeting = false } = {}) =>
  FollowUpRecorded({
    on: today,
    outcome: 'on-track',
    note: null,
    nextFollowUpOn,
    meetingId: inMeeting ? laterMeetingId : null,
  });
export const carriedOn = ({ from = '2026-12-07', dueOn = '2027-01-15' } = {}) =>
  ActionCarriedOn({
    from: day(from),
    dueOn: day(dueOn),
    followUpOn: day('2027-01-20'),
    reason: 'venter på kurs',
    on: today,
    meetingId: null,
  });
export const changed = (changes: Partial<ActionContent>) =>
  ActionChanged({ content: content(changes), reason: 'ny kunnskap', on: today, meetingId: null });
export const corrected = (changes: Partial<ActionContent>) =>
  ActionCorrected({ content: content(changes), reason: 'skrivefeil', on: today, meetingId, version: 2 });

// Commands
export const agree = (): AgreeAction => ({
  type: 'AgreeAction',
  actionId,
  meetingId,
  unitIds: [unitId],
  content: content(),
  on: day('2026-11-10'),
});
export const accept = ({ by = anna } = {}): AcceptAction => ({ type: 'AcceptAction', by, on: today });
export const sayNo = ({ by = anna, reason = 'Har ikke tid før jul' } = {}): DeclineAction => ({
  type: 'DeclineAction',
  by,
  on: today,
  reason,
});
export const start = (): StartAction => ({ type: 'StartAction', on: today });
export const noteProgress = ({ note = 'To av tre grupper er i gang' } = {}): NoteProgress => ({
  type: 'NoteProgress',
  note,
  on: today,
});
export const answerByLink = (changes: Partial<AnswerByLink> = {}): AnswerByLink => ({
  type: 'AnswerByLink',
  by: anna,
  on: today,
  answer: 'more-time',
  toldOn,
  about: 'overdue',
  day: content().dueOn,
  ...changes,
});
export const followUp = (changes: Partial<RecordFollowUp> = {}): RecordFollowUp => ({
  type: 'RecordFollowUp',
  outcome: 'on-track',
  note: null,
  nextFollowUpOn: day('2026-12-15'),
  meetingId: null,
  on: today,
  ...changes,
});
export const complete = (changes: Partial<CompleteAction> = {}): CompleteAction => ({
  type: 'CompleteAction',
  note: null,
  meetingId: null,
  on: today,
  ...changes,
});
export const judge = (changes: Partial<JudgeEffect> = {}): JudgeEffect => ({
  type: 'JudgeEffect',
  effect: 'partly',
  note: null,
  on: today,
  ...changes,
});
export const carryOn = (changes: Partial<CarryOnAction> = {}): CarryOnAction => ({
  type: 'CarryOnAction',
  dueOn: day('2027-01-15'),
  followUpOn: day('2027-01-20'),
  reason: 'venter på kurs',
  meetingId: null,
  on: today,
  ...changes,
});
export const change = (changes: Partial<ActionContent>, other: Partial<ChangeAction> = {}): ChangeAction => ({
  type: 'ChangeAction',
  changes,
  reason: 'ny kunnskap',
  meetingId: null,
  on: today,
  ...other,
});
export const offer = (changes: Partial<OfferHandover> = {}): OfferHandover => ({
  type: 'OfferHandover',
  to: berit,
  toServiceId: health,
  receiverIsActive: true,
  receiverServiceIds: [health],
  reason: null,
  on: today,
  ...changes,
});
export const acceptHandover = (changes: Partial<AcceptHandover> = {}): AcceptHandover => ({
  type: 'AcceptHandover',
  by: berit,
  receiverIsActive: true,
  receiverServiceIds: [health],
  on: today,
  ...changes,
});
export const declineHandover = ({ by = berit, reason = null as string | null } = {}): DeclineHandover => ({
  type: 'DeclineHandover',
  by,
  reason,
  on: today,
});
export const abandon = (changes: Partial<AbandonAction> = {}): AbandonAction => ({
  type: 'AbandonAction',
  reason: 'not-relevant',
  note: null,
  meetingId: null,
  on: today,
  ...changes,
});
export const correct = (from: Partial<ActionContent>, to: Partial<ActionContent>): ApplyCorrection => ({
  type: 'ApplyCorrection',
  meetingId,
  version: 2,
  from,
  to,
  reason: 'skrivefeil',
  on: today,
});
