import { specification } from '../../../platform/kernel/specification.js';
import { meeting } from './meeting.decider.js';
import {
  called,
  cancelled,
  day,
  filed,
  giveNotice,
  head,
  held,
  holdMeeting,
  meetingId,
  moved,
  moveMeeting,
  otherUnitId,
  planned,
  planMeeting,
  postponed,
  postponeMeeting,
  unitId,
} from './meeting.examples.js';
import { MeetingPlanned, NoticeGiven } from '../../contract/meeting.events.js';

const a = specification('a meeting', meeting);
const on = (text: string) => ({ on: day(text) });
const A_NUMBER = 'gjelder 158170 12345';

a.accepts('to be planned').given().when(planMeeting()).then(planned());
a.accepts('to be called urgently, with a reason')
  .given()
  .when(planMeeting({ kind: 'extraordinary', reason: 'hendelse i friminutt', urgent: true, place: null }))
  .then(
    MeetingPlanned({
      ...planned().data,
      meetingId,
      kind: 'extraordinary',
      reason: 'hendelse i friminutt',
      urgent: true,
      place: null,
    }),
  );
a.accepts('to be planned for several units')
  .given()
  .when(planMeeting({ kind: 'joint', unitIds: [unitId, otherUnitId] }))
  .then(MeetingPlanned({ ...planned().data, kind: 'joint', unitIds: [unitId, otherUnitId] }));
a.accepts('to be planned on a free day when that is meant')
  .given()
  .when(planMeeting({ force: true, facts: { freeDay: true, closedUnitIds: [], busyUnitIds: [] } }))
  .then(planned());

a.refuses('to be planned twice').given(planned()).when(planMeeting()).with('MEETING_ALREADY_PLANNED');
a.refuses('to be planned with everything wrong, naming all of it')
  .given()
  .when(
    planMeeting({
      ...on('2027-08-02'),
      kind: 'extraordinary',
      unitIds: [unitId, unitId],
      place: A_NUMBER,
      facts: { freeDay: true, closedUnitIds: [], busyUnitIds: [] },
    }),
  )
  .with(
    { rule: 'DAY_OUTSIDE_SCHOOL_YEAR', at: 'on' },
    { rule: 'DAY_NOT_A_WORKING_DAY', at: 'on' },
    { rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'place' },
    { rule: 'EXTRAORDINARY_WITHOUT_REASON', at: 'reason' },
    { rule: 'UNIT_NAMED_TWICE', at: 'unitIds' },
  );
a.refuses('to be joint for one unit')
  .given()
  .when(planMeeting({ kind: 'joint' }))
  .with('JOINT_NEEDS_SEVERAL_UNITS');
a.refuses('to be planned for a closed unit, even when meant')
  .given()
  .when(planMeeting({ force: true, facts: { freeDay: true, closedUnitIds: [unitId], busyUnitIds: [] } }))
  .with('UNIT_NOT_OPEN_THAT_DAY');

a.refuses('to be planned at an hour when the unit has another meeting, even when meant')
  .given()
  .when(planMeeting({ force: true, facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [unitId] } }))
  .with({ rule: 'UNIT_MEETS_ALREADY', at: 'on' });
a.refuses('to be moved to an hour when the unit has another meeting')
  .given(planned())
  .when(moveMeeting({ facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [unitId] } }))
  .with('UNIT_MEETS_ALREADY');

a.accepts('to be moved within its month').given(planned()).when(moveMeeting()).then(moved());
a.accepts('to be moved to where it stands, which changes nothing')
  .given(planned())
  .when(moveMeeting(on('2026-11-18')))
  .then();
a.accepts('to be moved to another month by the coordinator')
  .given(planned())
  .when(moveMeeting({ ...on('2026-12-02'), outOfMonth: true }))
  .then(moved('2026-11-18', '2026-12-02'));
a.refuses('to be moved to another month by others')
  .given(planned())
  .when(moveMeeting(on('2026-12-02')))
  .with({ rule: 'DAY_OUT_OF_MONTH', at: 'on' });
a.refuses('to leave its school year, whoever moves it')
  .given(planned())
  .when(moveMeeting({ ...on('2027-08-03'), outOfMonth: true }))
  .with('DAY_OUTSIDE_SCHOOL_YEAR');
a.refuses('to be moved to a free day')
  .given(planned())
  .when(moveMeeting({ facts: { freeDay: true, closedUnitIds: [], busyUnitIds: [] } }))
  .with('DAY_NOT_A_WORKING_DAY');
a.refuses('to be moved after the notice').given(planned(), called()).when(moveMeeting()).with('MEETING_ALREADY_CALLED');
a.refuses('to be moved when it was held').given(planned(), held()).when(moveMeeting()).with('MEETING_ALREADY_HELD');
a.refuses('to be moved when it does not exist').given().when(moveMeeting()).with('MEETING_NOT_PLANNED');
a.refuses('a national number in the reason for moving')
  .given(planned())
  .when(moveMeeting({ reason: A_NUMBER }))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });

a.accepts('that people are called').given(planned()).when(giveNotice()).then(called());
a.accepts('the same notice again, which changes nothing').given(planned(), called()).when(giveNotice()).then();
a.accepts('a notice to fewer')
  .given(planned(), called())
  .when(giveNotice({ to: [head] }))
  .then(NoticeGiven({ to: [head], agenda: null }));
a.accepts('a notice of the new day after it was postponed')
  .given(planned(), called(), postponed())
  .when(giveNotice())
  .then(called());
a.accepts('a notice on the day of the meeting itself')
  .given(planned())
  .when(giveNotice({ today: day('2026-11-18') }))
  .then(called());
a.accepts('a person named twice in a notice, and calls them once')
  .given(planned())
  .when(giveNotice({ to: [head, head] }))
  .then(NoticeGiven({ to: [head], agenda: null }));
a.refuses('a notice to nobody')
  .given(planned())
  .when(giveNotice({ to: [] }))
  .with({ rule: 'NOBODY_CALLED', at: 'to' });
a.refuses('a notice when the day has passed')
  .given(planned())
  .when(giveNotice({ today: day('2026-11-19') }))
  .with('NOTICE_FOR_PAST_MEETING');
a.refuses('a national number on the agenda')
  .given(planned())
  .when(giveNotice({ agenda: A_NUMBER }))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'agenda' });

a.accepts('to be postponed').given(planned(), called()).when(postponeMeeting()).then(postponed());
a.accepts('to be postponed again')
  .given(planned(), called(), postponed())
  .when(postponeMeeting(on('2026-11-26')))
  .then(postponed('2026-11-25', '2026-11-26'));
a.refuses('to be postponed before anyone was called')
  .given(planned())
  .when(postponeMeeting())
  .with('MEETING_NOT_CALLED');
a.refuses('to be postponed to an earlier day')
  .given(planned(), called())
  .when(postponeMeeting(on('2026-11-17')))
  .with({ rule: 'POSTPONED_TO_EARLIER', at: 'on' });
a.refuses('to be postponed to the hour it already has')
  .given(planned(), called())
  .when(postponeMeeting(on('2026-11-18')))
  .with({ rule: 'POSTPONED_TO_EARLIER', at: 'on' });
a.refuses('to be postponed when it is cancelled')
  .given(planned(), called(), cancelled())
  .when(postponeMeeting())
  .with('MEETING_CANCELLED');

a.accepts('to be cancelled with a reason')
  .given(planned())
  .when({ type: 'CancelMeeting', reason: 'snøstorm' })
  .then(cancelled());
a.refuses('to be cancelled when the protocol is filed')
  .given(planned(), held(), filed())
  .when({ type: 'CancelMeeting', reason: 'snøstorm' })
  .with('MEETING_ALREADY_HELD');
a.refuses('a national number in the reason for cancelling')
  .given(planned())
  .when({ type: 'CancelMeeting', reason: A_NUMBER })
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });

a.accepts('to be held').given(planned(), called()).when(holdMeeting()).then(held());
a.accepts('to be held on the same day once').given(planned(), held()).when(holdMeeting()).then();
a.accepts('that the day it was held is put right before it is filed')
  .given(planned(), held())
  .when(holdMeeting('2026-11-17'))
  .then(held('2026-11-17', '2026-11-18'));
a.refuses('to be held in the future')
  .given(planned())
  .when(holdMeeting('2026-11-18', '2026-11-17'))
  .with({ rule: 'MEETING_IN_FUTURE', at: 'heldOn' });
a.refuses('to be held in another school year')
  .given(planned())
  .when(holdMeeting('2026-07-31'))
  .with({ rule: 'DAY_OUTSIDE_SCHOOL_YEAR', at: 'heldOn' });
a.refuses('to be held when it is cancelled')
  .given(planned(), cancelled())
  .when(holdMeeting())
  .with('MEETING_CANCELLED');
a.refuses('to be held again when filed')
  .given(planned(), held(), filed())
  .when(holdMeeting())
  .with('MEETING_ALREADY_HELD');
