import { happened, month, type Day, type Event } from './events.js';

/** One time that people were alerted of a matter. */
export interface Alert {
  readonly units: readonly string[];
  readonly told: Day;
  reached: 'reminder' | 'alert' | 'coordinator';
  solved: Day | null;
  isMoved: boolean;
}

type Sent = Extract<Event, { type: 'alerts.AlertSent' }>;

/**
 * Every alert, by looking for each at all that was recorded after it: an alert goes on while nothing has solved it and the
 * steps are about the same day.
 */
export function alertsOf(events: readonly Event[]): readonly Alert[] {
  const alerts: { readonly alert: Alert; readonly sent: Sent; highest: number }[] = [];
  events.forEach((event, place) => {
    if (event.type !== 'alerts.AlertSent') return;
    const { alertId, kind, step, unitIds, on, countedFrom, skipped } = event.data;
    if ((kind === 'overdue' || kind === 'follow-up-missed') && step <= 0) return;
    const receivers = event.data.to.map(({ as }) => as as string);
    const isAbove = receivers.includes('coordinator') || receivers.includes('service-unit-leader');
    const before = alerts.findLast(({ sent }) => sent.data.alertId === alertId);
    const isSolved = before && solution(events.slice(events.indexOf(before.sent), place), before.sent) !== null;
    const goesOn = before && !isSolved && before.sent.data.countedFrom === countedFrom;
    if (goesOn) {
      if (step <= before.highest) return;
      before.highest = step;
      if (isAbove) before.alert.reached = 'coordinator';
      else if (receivers.includes('unit-leader') && before.alert.reached === 'reminder') before.alert.reached = 'alert';
      return;
    }
    const isLater = skipped.length > 0 && receivers.includes('unit-leader');
    const reached = isAbove ? 'coordinator' : isLater ? 'alert' : 'reminder';
    alerts.push({
      alert: { units: unitIds, told: on, reached, solved: null, isMoved: false },
      sent: event,
      highest: step,
    });
  });
  return alerts.map(({ alert, sent }) => {
    const found = solution(events.slice(events.indexOf(sent)), sent);
    return { ...alert, solved: found && happened(found.by), isMoved: found?.isMoved ?? false };
  });
}

/** The first of the events that solves what the alert is about. */
function solution(after: readonly Event[], sent: Sent): { readonly by: Event; readonly isMoved: boolean } | null {
  for (const by of after) {
    const answer = solves(by, sent);
    if (answer !== 'no') return { by, isMoved: answer === 'moved' };
  }
  return null;
}

function solves(event: Event, { stream, data: { kind, subjectId, countedFrom } }: Sent): 'yes' | 'moved' | 'no' {
  const isHere = event.stream === `action-${subjectId}` || event.stream === `meeting-${subjectId}`;
  const newDay = (day: Day) => (day === countedFrom ? 'no' : 'moved');
  const inMonth = (units: readonly string[], day: Day) =>
    units.some((unit) => subjectId === `${unit}/${month(day)}`) ? 'yes' : 'no';
  const isOfMonth = kind === 'month-missing' || kind === 'month-unplanned';
  const isOfAction =
    kind === 'overdue' ||
    kind === 'follow-up-missed' ||
    kind === 'handover-waiting' ||
    kind === 'orphan' ||
    kind === 'more-time-asked';
  const answersRequest = (day: Day) => (kind === 'more-time-asked' && day >= countedFrom ? 'yes' : 'no');
  switch (event.type) {
    case 'alerts.AlertHandled':
      return event.stream === stream ? 'yes' : 'no';
    case 'actions.ActionCompleted':
    case 'actions.ActionAbandoned':
      return isHere && isOfAction ? 'yes' : 'no';
    case 'actions.FollowUpRecorded':
      if (!isHere) return 'no';
      return kind === 'follow-up-missed' ? 'yes' : answersRequest(event.data.on);
    case 'actions.ActionCarriedOn':
      if (!isHere) return 'no';
      if (kind === 'more-time-asked') return answersRequest(event.data.on);
      if (kind === 'follow-up-missed') return 'yes';
      return kind === 'overdue' ? newDay(event.data.dueOn) : 'no';
    case 'actions.ActionChanged':
      if (!isHere) return 'no';
      if (kind === 'more-time-asked') return answersRequest(event.data.on);
      if (kind === 'follow-up-missed')
        return event.data.meetingId === null ? newDay(event.data.content.followUpOn) : 'yes';
      return kind === 'overdue' ? newDay(event.data.content.dueOn) : 'no';
    case 'actions.ActionCorrected':
      if (!isHere) return 'no';
      if (kind === 'follow-up-missed') return newDay(event.data.content.followUpOn);
      return kind === 'overdue' ? newDay(event.data.content.dueOn) : 'no';
    case 'actions.HandoverAccepted':
      return isHere && (kind === 'handover-waiting' || kind === 'orphan' || kind === 'more-time-asked') ? 'yes' : 'no';
    case 'actions.OwnerAnswered':
      return isHere && kind === 'more-time-asked' && event.data.answer === 'more-time' ? newDay(event.data.on) : 'no';
    case 'actions.HandoverDeclined':
      return isHere && kind === 'handover-waiting' ? 'yes' : 'no';
    case 'actions.HandoverOffered':
      return isHere && kind === 'handover-waiting' ? newDay(event.data.on) : 'no';
    case 'meetings.ProtocolFiled': {
      const { unitIds, protocol } = event.data;
      if (isHere) return kind === 'protocol-late' || kind === 'meeting-unconfirmed' ? 'yes' : 'no';
      if (isOfMonth) return inMonth(unitIds, protocol.heldOn);
      if (kind !== 'service-absent') return 'no';
      const came = protocol.participants.filter(({ attendance }) => attendance !== 'absent');
      return came.some(({ serviceId }) => unitIds.some((unit) => subjectId === `${serviceId}/${unit}`)) ? 'yes' : 'no';
    }
    case 'meetings.MeetingHeld':
      if (isHere) return kind === 'meeting-unconfirmed' ? 'yes' : 'no';
      return isOfMonth ? inMonth(event.data.unitIds, event.data.heldOn) : 'no';
    case 'meetings.MeetingPlanned':
      return kind === 'month-unplanned' ? inMonth(event.data.unitIds, event.data.on) : 'no';
    case 'meetings.MeetingMoved':
    case 'meetings.MeetingPostponed':
      if (isHere) return kind === 'meeting-unconfirmed' ? 'yes' : 'no';
      return kind === 'month-unplanned' ? inMonth(event.data.unitIds, event.data.to.on) : 'no';
    case 'meetings.MeetingCancelled':
      return isHere && kind === 'meeting-unconfirmed' ? 'yes' : 'no';
    case 'meetings.MeetingHeldRetracted':
    case 'meetings.ProtocolDeclaredLost':
      return isHere && kind === 'protocol-late' ? 'yes' : 'no';
    case 'meetings.MonthExempted':
      return isOfMonth && subjectId === `${event.data.unitId}/${event.data.month}` ? 'yes' : 'no';
    default:
      return 'no';
  }
}
