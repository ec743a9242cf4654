import type { ActionState } from '#actions/contract';
import {
  ActionId,
  CalendarDate,
  MeetingId,
  PersonId,
  SchoolYear,
  ServiceId,
  TimeOfDay,
  UnitId,
} from '#platform/kernel';
import {
  MeetingCancelled,
  MeetingHeld,
  MeetingMoved,
  MeetingPlanned,
  MeetingPostponed,
  NoticeGiven,
  ProtocolFiled,
} from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import { ProtocolDraft, type DraftAction, type DraftEarlierAction } from '../draft/protocol-draft.js';
import type {
  CorrectProtocol,
  FileProtocol,
  FilingFacts,
  GiveNotice,
  HoldMeeting,
  MoveMeeting,
  OpenOnTheDay,
  PlanMeeting,
  PostponeMeeting,
} from './meeting.commands.js';

// Valid, invented examples; a specification changes what it needs. The unit meets on Wednesday 18 November 2026.
const numbered = (n: number) => `018f0c5e-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const day = (text: string) => CalendarDate.parse(text);
export const time = (text: string) => TimeOfDay.parse(text);
export const person = (n: number) => PersonId.parse(numbered(100 + n));
export const anAction = (n: number) => ActionId.parse(numbered(200 + n));
export const aMatter = (n: number) => numbered(300 + n);
export const meetingId = MeetingId.parse(numbered(1));
export const ppt = ServiceId.parse(numbered(2));
export const unitId = UnitId.parse('974552876');
export const otherUnitId = UnitId.parse('974777630');
const year = SchoolYear.parse(2026);

export const head = person(1);
export const adviser = person(2);
export const leaver = person(3);
/** Works at the unit; not a standing participant. */
export const teacher = person(4);
export const openOn = (actionId: ActionId, changes: Partial<Omit<OpenOnTheDay, 'actionId'>> = {}) => ({
  actionId,
  hasActiveOwner: true,
  isDecidedSince: false,
  completedOn: null,
  ...changes,
});
export const openAction = openOn(anAction(1));
export const orphan = openOn(anAction(2), { hasActiveOwner: false });

export const facts: FilingFacts = {
  people: [
    { personId: head, active: true, unitIds: [unitId], serviceIds: [] },
    { personId: adviser, active: true, unitIds: [], serviceIds: [ppt] },
    { personId: teacher, active: true, unitIds: [unitId], serviceIds: [] },
    { personId: leaver, active: false, unitIds: [], serviceIds: [] },
  ],
  serviceIds: [ppt],
  openActions: [openAction, orphan],
  actionStates: [],
};

export const planMeeting = (changes: Partial<PlanMeeting> = {}): PlanMeeting => ({
  type: 'PlanMeeting',
  meetingId,
  kind: 'ordinary',
  unitIds: [unitId],
  schoolYear: year,
  on: day('2026-11-18'),
  startsAt: time('12:30'),
  place: 'møterommet',
  reason: null,
  urgent: false,
  force: false,
  facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
  ...changes,
});
export const moveMeeting = (changes: Partial<MoveMeeting> = {}): MoveMeeting => ({
  type: 'MoveMeeting',
  on: day('2026-11-19'),
  startsAt: time('12:30'),
  place: 'møterommet',
  reason: null,
  outOfMonth: false,
  force: false,
  facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
  ...changes,
});
export const giveNotice = (changes: Partial<GiveNotice> = {}): GiveNotice => ({
  type: 'GiveNotice',
  to: [head, adviser],
  agenda: null,
  today: day('2026-11-11'),
  ...changes,
});
export const postponeMeeting = (changes: Partial<PostponeMeeting> = {}): PostponeMeeting => ({
  type: 'PostponeMeeting',
  on: day('2026-11-25'),
  startsAt: time('12:30'),
  reason: 'sykdom',
  force: false,
  facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
  ...changes,
});
export const holdMeeting = (heldOn = '2026-11-18', today = '2026-11-18'): HoldMeeting => ({
  type: 'HoldMeeting',
  heldOn: day(heldOn),
  today: day(today),
});

export const draftAction = (changes: Partial<DraftAction> = {}): DraftAction => ({
  actionId: anAction(10),
  text: 'Kurs i språkstimulering',
  ownerId: adviser,
  ownerServiceId: ppt,
  dueOn: day('2026-12-07'),
  followUpOn: day('2026-12-09'),
  level: 'group',
  category: 'competence-building',
  approach: 'preventive',
  contributors: [],
  resources: null,
  wantedEffect: null,
  matterId: null,
  ...changes,
});
export const earlier = (changes: Partial<DraftEarlierAction> = {}): DraftEarlierAction => ({
  actionId: openAction.actionId,
  outcome: 'carried-on',
  text: null,
  dueOn: day('2026-12-07'),
  followUpOn: day('2026-12-09'),
  reason: 'venter på kursplass',
  abandonReason: null,
  note: null,
  ...changes,
});
export const participant = (personId: PersonId, attendance: 'present' | 'absent' | 'deputy' | null = 'present') => ({
  personId,
  role: null,
  unitId: null,
  serviceId: null,
  attendance,
  deputyId: null,
});
export const draft = (changes: Partial<ProtocolDraft> = {}): ProtocolDraft => ({
  ...ProtocolDraft.parse({}),
  heldOn: day('2026-11-18'),
  startedAt: time('12:30'),
  participants: [participant(head), participant(adviser)],
  actions: [draftAction()],
  ...changes,
});
export const fileProtocol = (
  changes: Partial<ProtocolDraft> = {},
  others: Partial<Omit<FileProtocol, 'type' | 'draft'>> = {},
): FileProtocol => ({
  type: 'FileProtocol',
  draft: draft(changes),
  by: head,
  today: day('2026-11-18'),
  facts,
  ...others,
});
export const correctProtocol = (
  changes: Partial<ProtocolDraft> = {},
  others: Partial<Omit<CorrectProtocol, 'type' | 'draft'>> = {},
): CorrectProtocol => ({
  type: 'CorrectProtocol',
  draft: draft(changes),
  reason: 'feil frist',
  by: head,
  today: day('2026-11-20'),
  facts,
  ...others,
});

/** The filed protocol of `draft()`. */
export const protocol = (changes: Partial<Protocol> = {}): Protocol => ({
  heldOn: day('2026-11-18'),
  startedAt: time('12:30'),
  endedAt: null,
  place: null,
  digital: false,
  chairId: null,
  minuteTakerId: null,
  participants: [participant(head), participant(adviser)] as Protocol['participants'],
  earlierActions: [],
  matters: [],
  actions: [draftAction()] as Protocol['actions'],
  nextMeetingOn: null,
  ...changes,
});

export const planned = (on = '2026-11-18') =>
  MeetingPlanned({
    meetingId,
    kind: 'ordinary',
    unitIds: [unitId],
    schoolYear: year,
    on: day(on),
    startsAt: time('12:30'),
    place: 'møterommet',
    reason: null,
    urgent: false,
  });
export const moved = (from = '2026-11-18', to = '2026-11-19') =>
  MeetingMoved({
    unitIds: [unitId],
    from: { on: day(from), startsAt: time('12:30') },
    to: { on: day(to), startsAt: time('12:30') },
    place: 'møterommet',
    reason: null,
  });
export const called = () => NoticeGiven({ to: [head, adviser], agenda: null });
export const postponed = (from = '2026-11-18', to = '2026-11-25') =>
  MeetingPostponed({
    unitIds: [unitId],
    from: { on: day(from), startsAt: time('12:30') },
    to: { on: day(to), startsAt: time('12:30') },
    reason: 'sykdom',
  });
export const cancelled = () => MeetingCancelled({ unitIds: [unitId], on: day('2026-11-18'), reason: 'snøstorm' });
export const held = (heldOn = '2026-11-18', insteadOf = '2026-11-18') =>
  MeetingHeld({ unitIds: [unitId], heldOn: day(heldOn), insteadOf: day(insteadOf) });
export const filed = (changes: Partial<Protocol> = {}) =>
  ProtocolFiled({
    meetingId,
    unitIds: [unitId],
    filedOn: day('2026-11-18'),
    filedBy: head,
    protocol: protocol(changes),
  });

/** The facts with an earlier action in its current state: open and due in February 2027 by default. */
export const withActionState = (changes: Partial<ActionState> = {}) => ({
  facts: {
    ...facts,
    actionStates: [
      {
        actionId: openAction.actionId,
        isOpen: true,
        isAbandoned: false,
        agreedOn: day('2026-10-01'),
        decidedOn: day('2026-10-01'),
        completedOn: null,
        dueOn: day('2027-02-01'),
        followUpOn: day('2027-01-13'),
        ...changes,
      },
    ],
  },
});
