import { specification } from '../../../platform/kernel/specification.js';
import { MeetingHeldRetracted, ProtocolDeclaredLost } from '../../contract/meeting.events.js';
import { meeting } from './meeting.decider.js';
import {
  called,
  cancelled,
  day,
  filed,
  fileProtocol,
  head,
  held,
  holdMeeting,
  meetingId,
  moveMeeting,
  planned,
  postponed,
  unitId,
} from './meeting.examples.js';

const a = specification('a meeting that was said to be held', meeting);
const retract = (reason = 'ført på feil skole') => ({ type: 'RetractHeld' as const, reason });
const retracted = (
  state: 'planned' | 'called' | 'postponed',
  { heldOn = '2026-11-18', standsOn = '2026-11-18' } = {},
) =>
  MeetingHeldRetracted({
    unitIds: [unitId],
    heldOn: day(heldOn),
    standsOn: day(standsOn),
    state,
    reason: 'ført på feil skole',
  });
const lose = (reason = 'notatene er borte') => ({
  type: 'DeclareProtocolLost' as const,
  reason,
  by: head,
  today: day('2027-02-01'),
});
const lost = (heldOn = '2026-11-18') =>
  ProtocolDeclaredLost({
    meetingId,
    unitIds: [unitId],
    heldOn: day(heldOn),
    declaredOn: day('2027-02-01'),
    declaredBy: head,
    reason: 'notatene er borte',
  });

a.accepts('the report that it was not held, and is planned on its own day again')
  .given(planned(), held('2026-11-03'))
  .when(retract())
  .then(retracted('planned', { heldOn: '2026-11-03' }));
a.accepts('the report that it was not held, and is called again')
  .given(planned(), called(), held())
  .when(retract())
  .then(retracted('called'));
a.accepts('the report that it was not held after two reports with different days, and is as before the first')
  .given(
    planned('2026-11-11'),
    called(),
    postponed('2026-11-11', '2026-11-18'),
    held('2026-11-16', '2026-11-18'),
    held('2026-11-17', '2026-11-16'),
  )
  .when(retract())
  .then(retracted('postponed', { heldOn: '2026-11-17' }));
a.accepts('to be moved after the report that it was not held')
  .given(planned(), held(), retracted('planned'))
  .when(moveMeeting())
  .then(...(meeting.decide(moveMeeting(), meeting.evolve(meeting.initialState, planned())) as never[]));
a.accepts('to be reported as held again after the report that it was not held')
  .given(planned(), held(), retracted('planned'))
  .when(holdMeeting())
  .then(held());
a.accepts('the report that it was not held, though its protocol was declared lost')
  .given(planned(), held(), lost())
  .when(retract())
  .then(retracted('planned'));
a.refuses('the report that it was not held, before it was reported as held')
  .given(planned())
  .when(retract())
  .with('MEETING_NOT_HELD');
a.refuses('the report that it was not held, twice')
  .given(planned(), held(), retracted('planned'))
  .when(retract())
  .with('MEETING_NOT_HELD');
a.refuses('the report that it was not held when it is cancelled')
  .given(planned(), cancelled())
  .when(retract())
  .with('MEETING_CANCELLED');
a.refuses('the report that it was not held when its protocol is filed')
  .given(planned(), held(), filed())
  .when(retract())
  .with('PROTOCOL_ALREADY_FILED');
a.refuses('a national number in the reason')
  .given(planned(), held())
  .when(retract('gjelder 158170 12345'))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });

a.accepts('that its protocol is declared lost').given(planned(), held()).when(lose()).then(lost());
a.accepts('to file the protocol that was declared lost')
  .given(planned(), held(), lost())
  .when(fileProtocol())
  .then(filed());
a.accepts('another day on which it was held, and awaits its protocol again')
  .given(planned(), held(), lost(), held('2026-11-17', '2026-11-18'))
  .when(lose())
  .then(lost('2026-11-17'));
a.refuses('that its protocol is declared lost twice')
  .given(planned(), held(), lost())
  .when(lose())
  .with('PROTOCOL_ALREADY_LOST');
a.refuses('that a protocol is declared lost before the meeting was held')
  .given(planned())
  .when(lose())
  .with('MEETING_NOT_HELD');
a.refuses('that a filed protocol is declared lost')
  .given(planned(), held(), filed())
  .when(lose())
  .with('PROTOCOL_ALREADY_FILED');
a.refuses('a national number in the reason of declaring the protocol lost')
  .given(planned(), held())
  .when(lose('gjelder 158170 12345'))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });
