import { specification } from '../../../platform/kernel/specification.js';
import { ActionCarriedOn } from '../../contract/index.js';
import { action } from './action.decider.js';
import {
  agreed,
  carriedOn,
  carryOn,
  completed,
  corrected,
  correct,
  day,
  laterMeetingId,
  nationalNumber,
  today,
} from './action.examples.js';

const an = specification('an action', action);

an.accepts('to be carried on with a later due date').given(agreed()).when(carryOn()).then(carriedOn());
an.accepts('to be carried on once more, from where it was carried to')
  .given(agreed(), carriedOn())
  .when(carryOn({ dueOn: day('2027-02-01') }))
  .then(carriedOn({ from: '2027-01-15', dueOn: '2027-02-01' }));
an.accepts('to be carried on when it is overdue')
  .given(agreed({ dueOn: day('2026-10-01') }))
  .when(carryOn({ dueOn: day('2026-11-23') }))
  .then(carriedOn({ from: '2026-10-01', dueOn: '2026-11-23' }));
an.accepts('to be carried on by a meeting whose protocol is filed days later')
  .given(agreed())
  .when(carryOn({ on: day('2026-11-18'), followUpOn: day('2026-11-18'), meetingId: laterMeetingId }))
  .then(
    ActionCarriedOn({
      from: day('2026-12-07'),
      dueOn: day('2027-01-15'),
      followUpOn: day('2026-11-18'),
      reason: 'venter på kurs',
      on: day('2026-11-18'),
      meetingId: laterMeetingId,
    }),
  );
// Filing has already refused such numbers; text of a filed protocol is therefore taken over unchanged.
an.accepts('in the words of a filed protocol, whatever they hold')
  .given(agreed())
  .when(carryOn({ reason: nationalNumber, meetingId: laterMeetingId }))
  .then(ActionCarriedOn({ ...carriedOn().data, reason: nationalNumber, meetingId: laterMeetingId }));
an.refuses('to be carried on to the due date it has')
  .given(agreed())
  .when(carryOn({ dueOn: day('2026-12-07') }))
  .with({ rule: 'DUE_DATE_NOT_LATER', at: 'dueOn' });
an.refuses('to be carried on to today')
  .given(agreed({ dueOn: day('2026-10-01') }))
  .when(carryOn({ dueOn: today }))
  .with({ rule: 'DUE_DATE_NOT_LATER', at: 'dueOn' });
an.refuses('to be carried on with everything wrong, naming all of it')
  .given(agreed())
  .when(carryOn({ dueOn: day('2026-11-30'), followUpOn: day('2026-11-21'), reason: nationalNumber }))
  .with(
    { rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' },
    { rule: 'DUE_DATE_NOT_LATER', at: 'dueOn' },
    { rule: 'FOLLOW_UP_BEFORE_TODAY', at: 'followUpOn' },
  );
an.refuses('to be carried on when it has ended').given(agreed(), completed()).when(carryOn()).with('ACTION_ENDED');

an.refuses('a correction of the due date it was carried on from')
  .given(agreed(), carriedOn())
  .when(correct({ dueOn: day('2026-12-07') }, { dueOn: day('2026-12-17') }))
  .with('CORRECTION_OVERTAKEN');
an.accepts('a correction of the due date where it still holds')
  .given(agreed())
  .when(correct({ dueOn: day('2026-12-07') }, { dueOn: day('2026-12-17') }))
  .then(corrected({ dueOn: day('2026-12-17') }));
