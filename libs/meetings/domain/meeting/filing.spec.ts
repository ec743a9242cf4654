import { ServiceId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import type { Protocol } from '../../contract/protocol.js';
import { meeting } from './meeting.decider.js';
import {
  aMatter,
  adviser,
  anAction,
  called,
  cancelled,
  correctProtocol,
  day,
  draftAction,
  earlier,
  facts,
  fileProtocol,
  filed,
  head,
  held,
  leaver,
  openAction,
  orphan,
  participant,
  person,
  planned,
  postponed,
  ppt,
  withActionState,
  teacher,
  time,
} from './meeting.examples.js';

const a = specification('a protocol', meeting);
const unknownService = ServiceId.parse('018f0c5e-0000-7000-8000-000000000099');
const A_NUMBER = 'gjelder 158170 12345';

a.refuses('an action under an id that another action has')
  .given(planned(), held())
  .when({ ...fileProtocol(), facts: { ...facts, usedActionIds: [draftAction().actionId] } })
  .with({ rule: 'ACTION_ID_USED', at: 'actions.0.actionId' });
a.refuses('an action that a correction adds under an id that another action has, and not those it has begun itself')
  .given(planned(), held(), filed())
  .when(
    correctProtocol(
      { actions: [draftAction(), draftAction({ actionId: anAction(77) })] },
      { facts: { ...facts, usedActionIds: [draftAction().actionId, anAction(77)] } },
    ),
  )
  .with({ rule: 'ACTION_ID_USED', at: 'actions.1.actionId' });
a.accepts('to be filed when the meeting was held').given(planned(), held()).when(fileProtocol()).then(filed());
a.accepts('to be filed at once, which says that the meeting was held')
  .given(planned(), called())
  .when(fileProtocol())
  .then(held(), filed());
a.accepts('to be filed after a postponed meeting, on the new day')
  .given(planned('2026-11-11'), called(), postponed('2026-11-11', '2026-11-18'))
  .when(fileProtocol())
  .then(held(), filed());
a.accepts('to be filed with another day than was said, and puts it right')
  .given(planned(), held('2026-11-17'))
  .when(fileProtocol())
  .then(held('2026-11-18', '2026-11-17'), filed());
a.accepts('to be filed with an open action carried on, and no new one')
  .given(planned(), held())
  .when(fileProtocol({ actions: [], earlierActions: [earlier()] }))
  .then(
    filed({
      actions: [],
      earlierActions: [
        {
          outcome: 'carried-on',
          actionId: openAction.actionId,
          dueOn: day('2026-12-07'),
          followUpOn: day('2026-12-09'),
          reason: 'venter på kursplass',
        },
      ],
    }),
  );
a.accepts('to be filed without the earlier actions that were not talked about')
  .given(planned(), held())
  .when(
    fileProtocol({
      earlierActions: [earlier({ outcome: null }), earlier({ actionId: orphan.actionId, outcome: null })],
    }),
  )
  .then(filed());
a.accepts('an earlier action completed, abandoned or on track')
  .given(planned(), held())
  .when(
    fileProtocol({
      earlierActions: [
        earlier({ outcome: 'on-track', note: ' ' }),
        earlier({ actionId: orphan.actionId, outcome: 'abandoned', abandonReason: 'replaced', note: 'ny ansvarlig' }),
      ],
    }),
  )
  .then(
    filed({
      earlierActions: [
        { outcome: 'on-track', actionId: openAction.actionId, followUpOn: day('2026-12-09'), note: null },
        { outcome: 'abandoned', actionId: orphan.actionId, reason: 'replaced', note: 'ny ansvarlig' },
      ],
    }),
  );
a.accepts('the planned hour where no other is said')
  .given(planned(), held())
  .when(fileProtocol({ startedAt: null }))
  .then(filed());
const withDeputy = [{ ...participant(head, 'deputy'), deputyId: teacher }, participant(adviser)];
a.accepts('a deputy in the place of the one who should have come')
  .given(planned(), held())
  .when(fileProtocol({ participants: withDeputy }))
  .then(filed({ participants: withDeputy as Protocol['participants'] }));

a.refuses('to be filed when the meeting is cancelled')
  .given(planned(), cancelled())
  .when(fileProtocol())
  .with('MEETING_CANCELLED');
a.refuses('to be filed twice').given(planned(), held(), filed()).when(fileProtocol()).with('PROTOCOL_ALREADY_FILED');
a.refuses('to be filed for no meeting').given().when(fileProtocol()).with('MEETING_NOT_PLANNED');

const refusal = (
  what: string,
  changes: Parameters<typeof fileProtocol>[0],
  others?: Parameters<typeof fileProtocol>[1],
) => a.refuses(what).given(planned()).when(fileProtocol(changes, others));

refusal('no action at all', { actions: [] }).with({ rule: 'PROTOCOL_WITHOUT_ACTIONS', at: 'actions' });
refusal('that an action on track is all there is', {
  actions: [],
  earlierActions: [earlier({ outcome: 'on-track' })],
}).with('PROTOCOL_WITHOUT_ACTIONS');
refusal('an action that carries on without a new follow-up', {
  actions: [],
  earlierActions: [earlier({ followUpOn: null })],
}).with('PROTOCOL_WITHOUT_ACTIONS', { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: 'earlierActions.0.followUpOn' });
refusal('an action that lacks everything, naming all of it', {
  actions: [
    draftAction({
      text: ' ',
      ownerId: null,
      dueOn: null,
      followUpOn: null,
      level: null,
      category: null,
      matterId: aMatter(9),
    }),
  ],
}).with(
  { rule: 'ACTION_WITHOUT_TEXT', at: 'actions.0.text' },
  { rule: 'ACTION_WITHOUT_OWNER', at: 'actions.0.ownerId' },
  { rule: 'ACTION_WITHOUT_DUE_DATE', at: 'actions.0.dueOn' },
  { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: 'actions.0.followUpOn' },
  { rule: 'ACTION_NOT_CLASSIFIED', at: 'actions.0.level' },
  { rule: 'ACTION_NOT_CLASSIFIED', at: 'actions.0.category' },
  { rule: 'MATTER_UNKNOWN', at: 'actions.0.matterId' },
);
refusal('an action whose text shows nothing', { actions: [draftAction({ text: '\u200b \u3164' })] }).with({
  rule: 'ACTION_WITHOUT_TEXT',
  at: 'actions.0.text',
});
refusal('an owner who has left', { actions: [draftAction({ ownerId: leaver })] }).with({
  rule: 'OWNER_NOT_ACTIVE',
  at: 'actions.0.ownerId',
});
refusal('an owner whom nobody knows', { actions: [draftAction({ ownerId: person(9) })] }).with('OWNER_NOT_ACTIVE');
refusal('that an action is carried on by one who has left', {
  earlierActions: [earlier({ actionId: orphan.actionId })],
}).with({ rule: 'OWNER_NOT_ACTIVE', at: 'earlierActions.0.actionId' });
refusal('dates before the meeting', {
  actions: [draftAction({ dueOn: day('2026-11-17'), followUpOn: day('2026-11-17') })],
  earlierActions: [
    earlier({ outcome: 'changed', text: 'Nytt kurs', dueOn: day('2026-11-17'), followUpOn: day('2026-11-17') }),
  ],
}).with(
  { rule: 'DUE_DATE_BEFORE_MEETING', at: 'actions.0.dueOn' },
  { rule: 'FOLLOW_UP_BEFORE_MEETING', at: 'actions.0.followUpOn' },
  { rule: 'DUE_DATE_BEFORE_MEETING', at: 'earlierActions.0.dueOn' },
  { rule: 'FOLLOW_UP_BEFORE_MEETING', at: 'earlierActions.0.followUpOn' },
);
for (const dueOn of ['2027-01-31', '2027-02-01'])
  a.refuses(`to carry an action on to a day that is not later than its due date (${dueOn})`)
    .given(planned(), held())
    .when(fileProtocol({ earlierActions: [earlier({ dueOn: day(dueOn) })] }, withActionState()))
    .with({ rule: 'CARRIED_ON_NOT_LATER', at: 'earlierActions.0.dueOn' });
a.refuses('to carry an overdue action on to the day of the meeting')
  .given(planned(), held())
  .when(
    fileProtocol(
      { earlierActions: [earlier({ dueOn: day('2026-11-18') })] },
      withActionState({ dueOn: day('2026-10-01') }),
    ),
  )
  .with({ rule: 'CARRIED_ON_NOT_LATER', at: 'earlierActions.0.dueOn' });
a.refuses('a decision on an action that has ended since it was listed')
  .given(planned(), held())
  .when(fileProtocol({ earlierActions: [earlier({ dueOn: day('2027-03-01') })] }, withActionState({ isOpen: false })))
  .with({ rule: 'EARLIER_ACTION_NOT_OPEN', at: 'earlierActions.0.actionId' });
refusal('an action carried on, changed or abandoned without saying why', {
  earlierActions: [
    earlier({ outcome: 'changed', reason: '' }),
    earlier({ actionId: orphan.actionId, outcome: 'abandoned' }),
  ],
}).with(
  { rule: 'ACTION_WITHOUT_TEXT', at: 'earlierActions.0.text' },
  { rule: 'ACTION_WITHOUT_REASON', at: 'earlierActions.0.reason' },
  { rule: 'ACTION_WITHOUT_REASON', at: 'earlierActions.1.abandonReason' },
);
refusal('on track without a new follow-up, or with one that has passed', {
  earlierActions: [
    earlier({ outcome: 'on-track', followUpOn: null }),
    earlier({ actionId: orphan.actionId, outcome: 'on-track', followUpOn: day('2026-11-01') }),
  ],
}).with(
  { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: 'earlierActions.0.followUpOn' },
  { rule: 'FOLLOW_UP_BEFORE_MEETING', at: 'earlierActions.1.followUpOn' },
);
refusal('an earlier action that is not open there', { earlierActions: [earlier({ actionId: anAction(77) })] }).with({
  rule: 'EARLIER_ACTION_NOT_OPEN',
  at: 'earlierActions.0.actionId',
});
refusal('what stands twice', {
  participants: [participant(head), participant(adviser), participant(head)],
  earlierActions: [earlier(), earlier()],
  matters: [1, 1].map((n) => ({
    kind: 'system' as const,
    matterId: aMatter(n),
    topic: 'routines' as const,
    cause: null,
    heading: 'Rutiner',
  })),
  actions: [draftAction(), draftAction(), draftAction({ actionId: openAction.actionId })],
}).with(
  { rule: 'DUPLICATE_PARTICIPANT', at: 'participants.2.personId' },
  { rule: 'DUPLICATE_MATTER', at: 'matters.1.matterId' },
  { rule: 'DUPLICATE_ACTION', at: 'actions.1.actionId' },
  { rule: 'DUPLICATE_ACTION', at: 'actions.2.actionId' },
  { rule: 'DUPLICATE_ACTION', at: 'earlierActions.1.actionId' },
);
refusal('matters without their codes', {
  matters: [
    { kind: 'system', matterId: aMatter(1), topic: null, cause: null, heading: '' },
    { kind: 'anonymous', matterId: aMatter(2), topic: 'language', cause: null, ageBand: null, setting: null },
  ],
}).with(
  { rule: 'MATTER_INCOMPLETE', at: 'matters.0.topic' },
  { rule: 'MATTER_INCOMPLETE', at: 'matters.0.heading' },
  { rule: 'MATTER_INCOMPLETE', at: 'matters.1.ageBand' },
  { rule: 'MATTER_INCOMPLETE', at: 'matters.1.setting' },
);
refusal('services that the registry does not know', {
  actions: [
    draftAction({ ownerServiceId: unknownService, contributors: [{ personId: null, serviceId: unknownService }] }),
    draftAction({ actionId: anAction(11), contributors: [{ personId: null, serviceId: ppt }] }),
  ],
}).with(
  { rule: 'SERVICE_UNKNOWN', at: 'actions.0.ownerServiceId' },
  { rule: 'SERVICE_UNKNOWN', at: 'actions.0.contributors.0.serviceId' },
);
refusal('a meeting in the future', {}, { today: day('2026-11-17') }).with({ rule: 'MEETING_IN_FUTURE', at: 'heldOn' });
refusal('a meeting in another school year', { heldOn: day('2026-07-31') }).with('DAY_OUTSIDE_SCHOOL_YEAR');
refusal('no day', { heldOn: null }).with({ rule: 'DAY_OF_MEETING_MISSING', at: 'heldOn' });
refusal('hours and days in the wrong order', { endedAt: time('11:30'), nextMeetingOn: day('2026-11-18') }).with(
  { rule: 'ENDED_BEFORE_IT_BEGAN', at: 'endedAt' },
  { rule: 'NEXT_MEETING_NOT_LATER', at: 'nextMeetingOn' },
);
refusal('a national number in any text', {
  place: A_NUMBER,
  earlierActions: [earlier({ text: A_NUMBER, reason: A_NUMBER, note: A_NUMBER })],
  matters: [{ kind: 'system', matterId: aMatter(1), topic: 'routines', cause: null, heading: A_NUMBER }],
  actions: [draftAction({ text: A_NUMBER, wantedEffect: A_NUMBER })],
}).with(
  ...[
    'place',
    'earlierActions.0.text',
    'earlierActions.0.reason',
    'earlierActions.0.note',
    'matters.0.heading',
    'actions.0.text',
    'actions.0.wantedEffect',
  ].map((at) => ({ rule: 'NATIONAL_NUMBER_IN_TEXT' as const, at })),
);
