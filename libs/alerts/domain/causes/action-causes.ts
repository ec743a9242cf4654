import { addDays, FIRST_DAY, type CalendarDate } from '#platform/kernel';
import { isFollowUpMissed, isOverdue, type Orphaned } from '#actions/contract';
import type { LadderKind } from '#registry/contract';
import type { AlertFacts, WatchedAction } from '../alert.js';
import type { Situation } from '../situation.js';
import { NOTHING_MORE, type AlertCause } from './alert-cause.js';

/** Actions over their due date, follow-ups that were missed, and actions that nobody answers for. */
export const lateActions = ({ actions }: AlertFacts, situation: Situation): AlertCause[] =>
  actions.flatMap((action) => {
    const { day } = situation;
    const open = { ...action, isOpen: true };
    const about = aboutAction(action, situation);
    const orphaned = situation.orphaned(action);
    return [
      ...(isOverdue(open, day) ? [about('overdue', action.dueOn)] : []),
      ...(isFollowUpMissed(open, day) ? [about('follow-up-missed', action.followUpOn)] : []),
      ...(orphaned ? [orphan(about, orphaned, situation)] : []),
    ];
  });

/** Actions that are due today or later, and handovers and requests for more time that wait for an answer. */
export const comingActions = ({ actions }: AlertFacts, situation: Situation): AlertCause[] =>
  actions.flatMap((action) => {
    const { day } = situation;
    const about = aboutAction(action, situation);
    const isFollowedUp = action.followedUpOn !== null && action.followedUpOn >= action.followUpOn;
    return [
      ...(action.dueOn >= day ? [{ ...about('overdue', action.dueOn), since: null }] : []),
      ...(action.followUpOn >= day && !isFollowedUp
        ? [{ ...about('follow-up-missed', action.followUpOn), since: null }]
        : []),
      ...(action.offer ? [{ ...about('handover-waiting', action.offer.on), receiverId: action.offer.to }] : []),
      ...(action.moreTimeAskedOn ? [{ ...about('more-time-asked', action.moreTimeAskedOn), since: null }] : []),
    ];
  });

type About = (kind: LadderKind, countedFrom: CalendarDate) => AlertCause;

const aboutAction =
  (
    { actionId, unitIds, serviceIds, personIds, ownerId, ownerServiceId, text }: WatchedAction,
    situation: Situation,
  ): About =>
  (kind, countedFrom) => ({
    ...NOTHING_MORE,
    id: `${kind}:${actionId}`,
    kind,
    subjectId: actionId,
    subject: { unitIds, serviceIds, personIds },
    ownerId,
    serviceId: ownerServiceId,
    text,
    firstIds: [ownerId],
    countedFrom,
    age: situation.age(countedFrom, unitIds),
    since: addDays(countedFrom, 1),
  });

/**
 * An orphan's steps are counted from the last day on which somebody answered for it, or from the first day that Samspill
 * knows if nobody ever has: an owner who is unknown to the registry, or whose first role has not begun, counts as
 * missing since yesterday.
 */
function orphan(about: About, { lastDay, reason }: Orphaned, situation: Situation): AlertCause {
  const { day } = situation;
  const before = lastDay !== null && lastDay < day ? lastDay : addDays(day, -1);
  return { ...about('orphan', before), countedFrom: lastDay ?? FIRST_DAY, orphanedBy: reason };
}
