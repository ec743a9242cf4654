import { addDays } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { ANSWER_LINK_DAYS } from '../../contract/index.js';
import { action } from './action.decider.js';
import {
  abandoned,
  agreed,
  anna,
  answerByLink,
  berit,
  carriedOn,
  completed,
  content,
  corrected,
  day,
  followedUp,
  handedOver,
  offered,
  ownerAnswered,
  toldOn,
} from './action.examples.js';

const an = specification('an action', action);

an.accepts('its owner’s answer by the link in a mail').given(agreed()).when(answerByLink()).then(ownerAnswered());
an.accepts('an answer for each telling')
  .given(agreed(), ownerAnswered({ told: day('2026-11-18') }))
  .when(answerByLink())
  .then(ownerAnswered());
an.accepts('an answer on the last day of the link')
  .given(agreed())
  .when(answerByLink({ on: addDays(toldOn, ANSWER_LINK_DAYS) }))
  .then({ ...ownerAnswered(), data: { ...ownerAnswered().data, on: day('2026-12-04') } });
an.accepts('the new owner’s answer for the day on which the earlier owner answered')
  .given(agreed(), ownerAnswered(), offered(), handedOver())
  .when(answerByLink({ by: berit }))
  .then(ownerAnswered({ by: berit }));
an.refuses('a second answer by the same link')
  .given(agreed(), ownerAnswered())
  .when(answerByLink())
  .with('ANSWER_LINK_USED');
an.refuses('another answer by a link that was used')
  .given(agreed(), ownerAnswered())
  .when(answerByLink({ answer: 'under-way' }))
  .with('ANSWER_LINK_USED');
an.refuses('an answer by anyone but its owner')
  .given(agreed())
  .when(answerByLink({ by: berit }))
  .with('ONLY_OWNER_MAY_ANSWER');
an.refuses('an answer by the link of an earlier owner')
  .given(agreed(), offered(), handedOver())
  .when(answerByLink({ by: anna }))
  .with('ONLY_OWNER_MAY_ANSWER');
an.refuses('an answer the day after the link’s last day')
  .given(agreed())
  .when(answerByLink({ on: day('2026-12-05') }))
  .with('ANSWER_LINK_EXPIRED');
an.refuses('an answer about a due date that was moved since')
  .given(agreed(), carriedOn())
  .when(answerByLink())
  .with('DUE_DATE_MOVED_SINCE_TOLD');
an.refuses('an answer about a due date that was corrected since')
  .given(agreed(), corrected({ dueOn: day('2026-12-14') }))
  .when(answerByLink())
  .with('DUE_DATE_MOVED_SINCE_TOLD');
an.accepts('an answer about the follow-up that was missed')
  .given(agreed())
  .when(answerByLink({ about: 'follow-up-missed', day: content().followUpOn }))
  .then(ownerAnswered());
an.accepts('an answer about the follow-up after the due date was corrected')
  .given(agreed(), corrected({ dueOn: day('2026-12-14') }))
  .when(answerByLink({ about: 'follow-up-missed', day: content().followUpOn }))
  .then(ownerAnswered());
an.refuses('an answer about a follow-up that was done since')
  .given(agreed(), followedUp())
  .when(answerByLink({ about: 'follow-up-missed', day: content().followUpOn }))
  .with('FOLLOW_UP_MOVED_SINCE_TOLD');
an.refuses('an answer about the due date as the day of the follow-up')
  .given(agreed())
  .when(answerByLink({ about: 'follow-up-missed' }))
  .with('FOLLOW_UP_MOVED_SINCE_TOLD');
an.refuses('a second answer on one day, about the follow-up')
  .given(agreed(), ownerAnswered())
  .when(answerByLink({ about: 'follow-up-missed', day: content().followUpOn }))
  .with('ANSWER_LINK_USED');
an.refuses('an answer after it was completed').given(agreed(), completed()).when(answerByLink()).with('ACTION_ENDED');
an.refuses('an answer after it was abandoned').given(agreed(), abandoned()).when(answerByLink()).with('ACTION_ENDED');
an.refuses('an answer before it was agreed').given().when(answerByLink()).with('ACTION_NOT_AGREED');
