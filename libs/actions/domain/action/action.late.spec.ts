import { specification } from '../../../platform/kernel/specification.js';
import { FollowUpRecorded } from '../../contract/index.js';
import { action } from './action.decider.js';
import {
  abandon,
  abandoned,
  acceptHandover,
  agreed,
  carriedOn,
  carryOn,
  change,
  complete,
  completed,
  day,
  followedUp,
  followUp,
  handedOver,
  laterMeetingId,
  offer,
  offered,
  ppt,
} from './action.examples.js';

// A protocol filed late decides on the day of its meeting: agreed on 10 November, decided about again on 22 November.
const an = specification('an action', action);
const on = day('2026-11-15');
const inMeeting = { on, meetingId: laterMeetingId };
const before = { ...inMeeting, on: day('2026-11-09') };
const recorded = FollowUpRecorded({
  on,
  outcome: 'on-track',
  note: null,
  nextFollowUpOn: null,
  meetingId: laterMeetingId,
});

for (const command of [
  followUp(before),
  complete(before),
  carryOn(before),
  change({ text: 'Noe annet' }, before),
  abandon(before),
])
  an.refuses(`${command.type} by a meeting before it was agreed`)
    .given(agreed())
    .when(command)
    .with('DECIDED_BEFORE_AGREED');

for (const since of [followedUp(), carriedOn()])
  for (const command of [
    complete(inMeeting),
    carryOn({ ...inMeeting, dueOn: day('2027-06-01') }),
    change({ text: 'Noe annet' }, inMeeting),
    abandon(inMeeting),
  ])
    an.refuses(`${command.type} by an earlier meeting, after ${since.type}`)
      .given(agreed(), since)
      .when(command)
      .with('DECIDED_SINCE_THE_MEETING');

for (const since of [followedUp(), carriedOn(), completed(), abandoned()])
  an.accepts(`that an earlier meeting followed it up, which decides nothing after ${since.type}`)
    .given(agreed(), since)
    .when(followUp(inMeeting))
    .then(recorded);
an.refuses('to be ended by an earlier meeting when it has ended')
  .given(agreed(), completed())
  .when(complete(inMeeting))
  .with('ACTION_ENDED');
an.accepts('to be completed by the meeting on whose day its owner completed it, which changes nothing')
  .given(agreed(), completed())
  .when(complete({ meetingId: laterMeetingId }))
  .then();
an.accepts('to be completed by an earlier meeting when it has only been handed over since')
  .given(agreed(), offered(), handedOver())
  .when(complete(inMeeting))
  .then({ ...completed(), data: { completedOn: on, note: null } });

an.refuses('to be taken over by one who has left since it was offered')
  .given(agreed(), offered())
  .when(acceptHandover({ receiverIsActive: false }))
  .with('RECEIVER_NOT_ACTIVE');
an.refuses('to be taken over for a service that the receiver has left')
  .given(agreed(), offered())
  .when(acceptHandover({ receiverServiceIds: [ppt] }))
  .with('RECEIVER_NOT_OF_SERVICE');
an.refuses('to be offered for a service that the receiver is not of')
  .given(agreed())
  .when(offer({ receiverServiceIds: [ppt] }))
  .with({ rule: 'RECEIVER_NOT_OF_SERVICE', at: 'toServiceId' });
