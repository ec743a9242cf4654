import { specification } from '../../../platform/kernel/specification.js';
import { MeetingPlanned, ProtocolCorrected } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';
import { meeting } from './meeting.decider.js';
import {
  adviser,
  anAction,
  correctProtocol,
  day,
  draftAction,
  earlier,
  facts,
  filed,
  fileProtocol,
  head,
  held,
  leaver,
  meetingId,
  openOn,
  otherUnitId,
  participant,
  planned,
  protocol,
  teacher,
  time,
  unitId,
} from './meeting.examples.js';

// Late protocols: permitted statements about their day, and the day by which each person is checked.
const a = specification('a protocol', meeting);
const meetingDay = day('2026-11-18');
const late = (
  earlierActions: ProtocolDraft['earlierActions'],
  open: (typeof facts)['openActions'],
  changes: Partial<ProtocolDraft> = {},
) => fileProtocol({ earlierActions, ...changes }, { today: day('2027-03-01'), facts: { ...facts, openActions: open } });
const refused = (what: string, command: ReturnType<typeof fileProtocol>) =>
  a.refuses(what).given(planned()).when(command);

const action = anAction(1);
const decidedSince = [openOn(action, { isDecidedSince: true })];

refused('a decision on an action that was agreed after the meeting', late([earlier()], [])).with({
  rule: 'EARLIER_ACTION_NOT_OPEN',
  at: 'earlierActions.0.actionId',
});
for (const outcome of ['completed', 'carried-on', 'changed', 'abandoned'] as const)
  refused(
    `“${outcome}” of an action about which a later day has decided`,
    late([earlier({ outcome, text: 'Nytt kurs', abandonReason: 'replaced' })], decidedSince),
  ).with({ rule: 'EARLIER_ACTION_DECIDED_SINCE', at: 'earlierActions.0.outcome' });
a.accepts('that an action was on track then, whatever has come of it since')
  .given(planned(), held())
  .when(late([earlier({ outcome: 'on-track' })], decidedSince))
  .then({
    ...filed({
      earlierActions: [{ outcome: 'on-track', actionId: action, followUpOn: day('2026-12-09'), note: null }],
    }),
    data: {
      ...filed({
        earlierActions: [{ outcome: 'on-track', actionId: action, followUpOn: day('2026-12-09'), note: null }],
      }).data,
      filedOn: day('2027-03-01'),
    },
  });
refused(
  '“completed” of an action that was completed on another day',
  late([earlier({ outcome: 'completed' })], [openOn(action, { isDecidedSince: true, completedOn: day('2026-11-20') })]),
).with('EARLIER_ACTION_DECIDED_SINCE');
const completed = [{ outcome: 'completed' as const, actionId: action, note: null }];
a.accepts('“completed” of an action that its owner completed on the day of the meeting')
  .given(planned(), held())
  .when(
    fileProtocol(
      { earlierActions: [earlier({ outcome: 'completed' })] },
      { facts: { ...facts, openActions: [openOn(action, { isDecidedSince: true, completedOn: meetingDay })] } },
    ),
  )
  .then(filed({ earlierActions: completed }));

// Deputies and participants
const participants = (...all: ProtocolDraft['participants']) => fileProtocol({ participants: all });
const deputy = (deputyId: ProtocolDraft['chairId'], of = adviser) => ({ ...participant(of, 'deputy'), deputyId });
refused(
  'a deputy without a name, who would be all there is from a service',
  participants(participant(head), deputy(null)),
).with({ rule: 'DEPUTY_NOT_NAMED', at: 'participants.1.deputyId' });
refused('one as their own deputy', participants(participant(head), deputy(adviser))).with({
  rule: 'DEPUTY_IS_THE_SAME_PERSON',
  at: 'participants.1.deputyId',
});
refused('a deputy who sits there already', participants(participant(head), deputy(head))).with({
  rule: 'DEPUTY_ALREADY_SEATED',
  at: 'participants.1.deputyId',
});
refused('one deputy for two', participants(deputy(teacher, head), deputy(teacher))).with(
  { rule: 'DEPUTY_FOR_SEVERAL', at: 'participants.0.deputyId' },
  { rule: 'DEPUTY_FOR_SEVERAL', at: 'participants.1.deputyId' },
);
refused('a deputy who had left', participants(participant(head), deputy(leaver))).with({
  rule: 'NOT_ACTIVE_ON_MEETING_DAY',
  at: 'participants.1.deputyId',
});
a.accepts('no deputy of one who came after all')
  .given(planned(), held())
  .when(participants(participant(head), { ...participant(adviser), deputyId: teacher }))
  .then(filed());
refused(
  'people who had left by then, wherever they are named',
  fileProtocol({
    chairId: leaver,
    minuteTakerId: leaver,
    participants: [participant(head), participant(adviser), participant(leaver, 'absent')],
    actions: [draftAction({ contributors: [{ personId: leaver, serviceId: null }] })],
  }),
).with(
  { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: 'participants.2.personId' },
  { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: 'chairId' },
  { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: 'minuteTakerId' },
  { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: 'actions.0.contributors.0.personId' },
);

// Hours
refused(
  'an end before the planned start, where no other start is said',
  fileProtocol({ startedAt: null, endedAt: time('08:30') }),
).with({ rule: 'ENDED_BEFORE_IT_BEGAN', at: 'endedAt' });
a.refuses('an end before the start of a joint meeting')
  .given(MeetingPlanned({ ...planned().data, kind: 'joint', unitIds: [unitId, otherUnitId] }))
  .when(fileProtocol({ startedAt: null, endedAt: time('08:30') }))
  .with({ rule: 'ENDED_BEFORE_IT_BEGAN', at: 'endedAt' });

// Corrections
const everyoneLeft = {
  facts: {
    ...facts,
    people: facts.people.map((it) => ({ ...it, active: false, unitIds: [], serviceIds: [] })),
    openActions: [],
  },
};
const carriedOn = {
  outcome: 'carried-on' as const,
  actionId: action,
  dueOn: day('2026-12-07'),
  followUpOn: day('2026-12-09'),
  reason: 'venter på kursplass',
};
const before: Partial<Protocol> = {
  chairId: head,
  earlierActions: [carriedOn],
  participants: [participant(head), { ...participant(adviser, 'deputy'), deputyId: null }] as Protocol['participants'],
  actions: [draftAction({ contributors: [{ personId: leaver, serviceId: null }] })] as Protocol['actions'],
};
const after: Partial<Protocol> = {
  ...before,
  earlierActions: [{ ...carriedOn, reason: 'venter på plass' }],
  actions: [{ ...before.actions![0]!, text: 'Kurs i språk' }],
};
a.accepts('a typing error corrected, whoever has left, handed over or ended what since')
  .given(planned(), held(), filed(before))
  .when(
    correctProtocol(
      { ...(after as Partial<ProtocolDraft>), earlierActions: [earlier({ reason: 'venter på plass' })] },
      everyoneLeft,
    ),
  )
  .then(
    ProtocolCorrected({
      meetingId,
      unitIds: [unitId],
      version: 2,
      reason: 'feil frist',
      correctedOn: day('2026-11-20'),
      correctedBy: head,
      protocol: protocol({
        ...after,
        participants: before.participants!,
      }),
      previous: {
        heldOn: meetingDay,
        filedOn: meetingDay,
        actions: before.actions!,
        earlierActions: before.earlierActions!,
      },
    }),
  );
const correction = (what: string, changes: Partial<ProtocolDraft>, others = {}) =>
  a
    .refuses(what)
    .given(planned(), held(), filed(before))
    .when(correctProtocol({ ...(before as Partial<ProtocolDraft>), earlierActions: [earlier()], ...changes }, others));
correction('a correction that names another owner who had left', {
  actions: [{ ...before.actions![0]!, ownerId: leaver }] as ProtocolDraft['actions'],
}).with({ rule: 'OWNER_NOT_ACTIVE', at: 'actions.0.ownerId' });
correction(
  'a correction that decides otherwise about an action of which a later day has decided',
  { earlierActions: [earlier({ dueOn: day('2026-12-20') })] },
  { facts: { ...facts, openActions: decidedSince } },
).with({ rule: 'EARLIER_ACTION_DECIDED_SINCE', at: 'earlierActions.0.outcome' });
correction(
  'a correction to a day on which the action had not been agreed',
  { heldOn: day('2026-11-10'), participants: [participant(head), participant(adviser)], actions: [draftAction()] },
  { facts: { ...facts, openActions: [] } },
).with({ rule: 'EARLIER_ACTION_NOT_OPEN', at: 'earlierActions.0.actionId' });
