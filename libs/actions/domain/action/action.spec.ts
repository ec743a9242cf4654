import { specification } from '../../../platform/kernel/specification.js';
import { ActionAbandoned, ActionChanged, ActionCompleted, FollowUpRecorded } from '../../contract/index.js';
import { action } from './action.decider.js';
import {
  abandon,
  abandoned,
  accept,
  accepted,
  agree,
  agreed,
  berit,
  carl,
  change,
  changed,
  complete,
  completed,
  content,
  correct,
  corrected,
  day,
  followedUp,
  followUp,
  handedOver,
  judge,
  judged,
  laterMeetingId,
  meetingId,
  nationalNumber,
  noteProgress,
  offered,
  progressNoted,
  start,
  started,
  today,
} from './action.examples.js';

const an = specification('an action', action);

an.accepts('to be agreed by a filed protocol').given().when(agree()).then(agreed());
an.accepts('to be agreed a second time, which changes nothing').given(agreed(), accepted()).when(agree()).then();
an.refuses('to be agreed by another meeting, which gave its own action the same id')
  .given(agreed())
  .when({ ...agree(), meetingId: laterMeetingId })
  .with('ACTION_OF_ANOTHER_MEETING');
an.accepts('that another meeting’s protocol drops its own action of the same id, which changes nothing')
  .given(agreed())
  .when(abandon({ reason: 'corrected', meetingId: laterMeetingId }))
  .then();
an.refuses('everything else before it is agreed').given().when(start()).with('ACTION_NOT_AGREED');

an.accepts('to be accepted by its owner').given(agreed()).when(accept()).then(accepted());
an.accepts('to be accepted again, which changes nothing').given(agreed(), accepted()).when(accept()).then();
an.refuses('to be accepted by anyone else')
  .given(agreed())
  .when(accept({ by: berit }))
  .with('ONLY_OWNER_MAY_ACCEPT');
an.refuses('to be accepted by one it was handed over from')
  .given(agreed(), offered(), handedOver())
  .when(accept())
  .with('ONLY_OWNER_MAY_ACCEPT');

an.accepts('to be started, accepted or not').given(agreed()).when(start()).then(started());
an.accepts('to be started again, which changes nothing').given(agreed(), started()).when(start()).then();

an.accepts('a note of progress').given(agreed(), started()).when(noteProgress()).then(progressNoted());
an.refuses('a note of progress with a national number')
  .given(agreed())
  .when(noteProgress({ note: `gjelder ${nationalNumber}` }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'note' });

an.accepts('a follow-up with the day of the next').given(agreed()).when(followUp()).then(followedUp());
an.accepts('a follow-up whose next is today')
  .given(agreed())
  .when(followUp({ nextFollowUpOn: today }))
  .then(followedUp({ nextFollowUpOn: today }));
an.accepts('a follow-up that it needs change, with the day of the next')
  .given(agreed())
  .when(followUp({ outcome: 'needs-change' }))
  .then(
    FollowUpRecorded({
      on: today,
      outcome: 'needs-change',
      note: null,
      nextFollowUpOn: day('2026-12-15'),
      meetingId: null,
    }),
  );
an.accepts('a follow-up that it is done, and is completed')
  .given(agreed())
  .when(followUp({ outcome: 'done', note: 'alle grupper i gang' }))
  .then(
    FollowUpRecorded({
      on: today,
      outcome: 'done',
      note: 'alle grupper i gang',
      nextFollowUpOn: null,
      meetingId: null,
    }),
    ActionCompleted({ completedOn: today, note: 'alle grupper i gang' }),
  );
an.accepts('a follow-up by a later meeting, on the day of the meeting')
  .given(agreed())
  .when(followUp({ meetingId: laterMeetingId }))
  .then(followedUp({ inMeeting: true }));
an.refuses('a follow-up without a next day where it goes on')
  .given(agreed())
  .when(followUp({ nextFollowUpOn: null }))
  .with({ rule: 'FOLLOW_UP_DAY_NEEDED', at: 'nextFollowUpOn' });
an.refuses('a follow-up with everything wrong, naming all of it')
  .given(agreed())
  .when(followUp({ nextFollowUpOn: day('2026-11-21'), note: nationalNumber }))
  .with('TEXT_HOLDS_NATIONAL_NUMBER', 'FOLLOW_UP_BEFORE_TODAY');

an.accepts('to be completed').given(agreed(), started()).when(complete()).then(completed());
an.refuses('to be completed twice').given(agreed(), completed()).when(complete()).with('ACTION_ENDED');
an.refuses('to be completed with a national number in the note')
  .given(agreed())
  .when(complete({ note: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'note' });

an.accepts('to have its effect judged').given(agreed(), completed()).when(judge()).then(judged());
an.accepts('to have its effect judged anew')
  .given(agreed(), completed(), judged())
  .when(judge({ note: 'varte ikke ved' }))
  .then(judged({ note: 'varte ikke ved' }));
an.accepts('the same judgement again, which changes nothing')
  .given(agreed(), completed(), judged())
  .when(judge())
  .then();
an.refuses('to have its effect judged before it is completed')
  .given(agreed(), started())
  .when(judge())
  .with('ACTION_NOT_COMPLETED');
an.refuses('to have its effect judged when it was abandoned')
  .given(agreed(), abandoned())
  .when(judge())
  .with('ACTION_ENDED');
an.refuses('a judgement with a national number, the first time')
  .given(agreed(), completed())
  .when(judge({ note: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'note' });
an.refuses('a judgement with a national number, judged anew')
  .given(agreed(), completed(), judged())
  .when(judge({ note: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'note' });

an.accepts('to be changed, content whole')
  .given(agreed())
  .when(change({ text: 'Veilede to og to', level: 'system' }))
  .then(changed({ text: 'Veilede to og to', level: 'system' }));
an.accepts('a new due date that is today')
  .given(agreed())
  .when(change({ dueOn: today }))
  .then(changed({ dueOn: today }));
an.accepts('a change that says the same, which changes nothing').given(agreed()).when(change(content())).then();
an.accepts('a change by a later meeting, whose words the protocol has checked')
  .given(agreed())
  .when(change({ text: 'Veilede to og to' }, { meetingId: laterMeetingId }))
  .then(
    ActionChanged({
      content: content({ text: 'Veilede to og to' }),
      reason: 'ny kunnskap',
      on: today,
      meetingId: laterMeetingId,
    }),
  );
an.accepts('a change beside a due date that has passed and is left alone')
  .given(agreed({ dueOn: day('2026-11-15') }))
  .when(change({ level: 'system' }))
  .then(changed({ dueOn: day('2026-11-15'), level: 'system' }));
an.refuses('a change of owner')
  .given(agreed())
  .when(change({ ownerId: berit }))
  .with({
    rule: 'OWNER_CHANGES_BY_HANDOVER',
    at: 'changes.ownerId',
  });
an.refuses('a change with everything wrong, naming all of it')
  .given(agreed())
  .when(
    change(
      {
        text: nationalNumber,
        wantedEffect: nationalNumber,
        ownerId: berit,
        dueOn: day('2026-11-21'),
        followUpOn: day('2026-11-21'),
      },
      { reason: nationalNumber },
    ),
  )
  .with(
    { rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'changes.text' },
    { rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'changes.wantedEffect' },
    { rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' },
    'OWNER_CHANGES_BY_HANDOVER',
    { rule: 'DUE_DATE_BEFORE_TODAY', at: 'changes.dueOn' },
    { rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'changes.followUpOn' },
  );

an.accepts('to be abandoned with a coded reason').given(agreed()).when(abandon()).then(abandoned());
an.accepts('to be abandoned because the protocol was corrected')
  .given(agreed())
  .when(abandon({ reason: 'corrected', note: 'sto to ganger', meetingId }))
  .then(ActionAbandoned({ on: today, reason: 'corrected', note: 'sto to ganger' }));
an.refuses('to be abandoned with a national number in the note')
  .given(agreed())
  .when(abandon({ note: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'note' });
an.refuses('to be abandoned when completed').given(agreed(), completed()).when(abandon()).with('ACTION_ENDED');

an.accepts('a correction of its protocol')
  .given(agreed())
  .when(correct({ text: content().text }, { text: 'Veilede personalet' }))
  .then(corrected({ text: 'Veilede personalet' }));
an.accepts('a correction of who is responsible')
  .given(agreed(), accepted())
  .when(correct({ ownerId: content().ownerId }, { ownerId: carl }))
  .then(corrected({ ownerId: carl }));
an.accepts('a correction after it has ended, without being opened')
  .given(agreed(), completed(), judged())
  .when(correct({ level: 'group' }, { level: 'individual' }))
  .then(corrected({ level: 'individual' }));
an.accepts('a correction that says what it says already, which changes nothing')
  .given(agreed(), corrected({ level: 'individual' }))
  .when(correct({ level: 'group' }, { level: 'individual' }))
  .then();
an.accepts('the part of a correction that nothing later has overtaken')
  .given(agreed(), changed({ text: 'Noe nytt' }))
  .when(correct({ text: content().text, level: 'group' }, { text: 'Rettet', level: 'system' }))
  .then(corrected({ text: 'Noe nytt', level: 'system' }));
an.refuses('a correction of what was decided anew later')
  .given(agreed(), changed({ text: 'Noe nytt' }))
  .when(correct({ text: content().text }, { text: 'Rettet' }))
  .with('CORRECTION_OVERTAKEN');
