import { Entity } from 'typeorm';
import { dayOf, monthOf, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { ActionEvent } from '#actions/contract';
import { alertKeyOf, type AlertStepEvent } from '#alerts/contract';
import { servicesAt, type MeetingEvent, type SchoolYearEvent } from '#meetings/contract';
import type { AlertFact, AlertRound } from '../contract/facts.js';
import { DatedFactRow, remember, spanOf, withVersion, type FactRow } from './fact-row.js';

@Entity('statistics_alert')
export class AlertFactRow extends DatedFactRow<AlertFact> {}

/** The days on which it was told, as far as was known at any time. */
function withDays(row: FactRow<AlertFact>, before: AlertFactRow | undefined): AlertFactRow {
  const earlier = before ? [before.firstOn, before.lastOn!] : [];
  return { ...row, ...spanOf([...row.fact.rounds.map(({ toldOn }) => toldOn), ...earlier]) };
}
const fold = remember<AlertFact, AlertFactRow>(withDays);

type Sent = Extract<AlertStepEvent, { type: 'alerts.AlertSent' }>['data'];

/**
 * Alerts with the days on which they were told and solved, as they were known at each moment. An alert is found by its
 * key, which is made of its kind and subject, so that the event that solves it needs not know of it.
 */
export const alertFacts = readModel<AlertFactRow, AlertStepEvent | ActionEvent | MeetingEvent | SchoolYearEvent>({
  name: 'statistics-alert',
  version: 3,
  entity: AlertFactRow,
  on: {
    'alerts.AlertSent': fold((known, { data }) => (isAhead(data) ? known : told(known, data))),
    'alerts.AlertHandled': fold((known, event) => known && solved(known, event, () => 'handled')),
    'alerts.AlertHeldBack': 'ignored',
    'alerts.AlertReleased': 'ignored',
    'alerts.AlertSnoozed': 'ignored',
    'alerts.OwnerAsked': 'ignored',
    'alerts.AlertNoted': 'ignored',
    'actions.ActionCompleted': solving(({ stream }) => ofStream(OF_ACTIONS, stream)),
    'actions.ActionAbandoned': solving(({ stream }) => ofStream(OF_ACTIONS, stream)),
    'actions.FollowUpRecorded': solving(
      ({ stream }) => ofStream(['follow-up-missed', 'more-time-asked'], stream),
      ({ kind }, round, { on }) => (kind === 'follow-up-missed' ? 'done' : decided(round, on)),
    ),
    'actions.ActionCarriedOn': solving(
      ({ stream }) => ofStream(['overdue', 'follow-up-missed', 'more-time-asked'], stream),
      ({ kind }, round, { dueOn, on }) => {
        if (kind === 'more-time-asked') return decided(round, on);
        return kind === 'follow-up-missed' ? 'done' : dueOn === round.countedFrom ? null : 'moved';
      },
    ),
    'actions.ActionChanged': solving(
      ({ stream }) => ofStream(['overdue', 'follow-up-missed', 'more-time-asked'], stream),
      (alert, round, { content, meetingId, on }) => {
        if (alert.kind === 'more-time-asked') return decided(round, on);
        return alert.kind === 'follow-up-missed' && meetingId !== null ? 'done' : moved(alert, round, content);
      },
    ),
    'actions.ActionCorrected': solving(
      ({ stream }) => ofStream(['overdue', 'follow-up-missed'], stream),
      (alert, round, { content }) => moved(alert, round, content),
    ),
    'actions.HandoverAccepted': solving(({ stream }) =>
      ofStream(['handover-waiting', 'orphan', 'more-time-asked'], stream),
    ),
    'actions.HandoverDeclined': solving(({ stream }) => ofStream(['handover-waiting'], stream)),
    'actions.HandoverOffered': solving(
      ({ stream }) => ofStream(['handover-waiting'], stream),
      (_, { countedFrom }, { on }) => (on === countedFrom ? null : 'moved'),
    ),
    'actions.ActionAgreed': 'ignored',
    'actions.ActionAccepted': 'ignored',
    'actions.ActionDeclined': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    // Asked again: the steps begin anew.
    'actions.OwnerAnswered': solving(
      ({ stream }) => ofStream(['more-time-asked'], stream),
      (_, { countedFrom }, { answer, on }) => (answer === 'more-time' && on !== countedFrom ? 'moved' : null),
    ),
    'actions.EffectJudged': 'ignored',
    'meetings.ProtocolFiled': solving(({ stream, data: { unitIds, protocol } }) => [
      ...ofStream(['protocol-late', 'meeting-unconfirmed'], stream),
      ...ofMonths(['month-missing', 'month-unplanned'], unitIds, protocol.heldOn),
      ...servicesAt(protocol.participants).flatMap(({ serviceId, how }) =>
        how === 'absent' ? [] : unitIds.map((unitId) => `service-absent:${serviceId}/${unitId}`),
      ),
    ]),
    'meetings.MeetingHeld': solving(({ stream, data: { unitIds, heldOn } }) => [
      ...ofStream(['meeting-unconfirmed'], stream),
      ...ofMonths(['month-missing', 'month-unplanned'], unitIds, heldOn),
    ]),
    'meetings.MeetingPlanned': solving(({ data: { unitIds, on } }) => ofMonths(['month-unplanned'], unitIds, on)),
    'meetings.MeetingMoved': solving(({ stream, data: { unitIds, to } }) => [
      ...ofStream(['meeting-unconfirmed'], stream),
      ...ofMonths(['month-unplanned'], unitIds, to.on),
    ]),
    'meetings.MeetingPostponed': solving(({ stream, data: { unitIds, to } }) => [
      ...ofStream(['meeting-unconfirmed'], stream),
      ...ofMonths(['month-unplanned'], unitIds, to.on),
    ]),
    'meetings.MeetingCancelled': solving(({ stream }) => ofStream(['meeting-unconfirmed'], stream)),
    'meetings.MeetingHeldRetracted': solving(({ stream }) => ofStream(['protocol-late'], stream)),
    'meetings.ProtocolDeclaredLost': solving(({ stream }) => ofStream(['protocol-late'], stream)),
    'meetings.NoticeGiven': 'ignored',
    'meetings.ProtocolCorrected': 'ignored',
    'meetings.MonthExempted': solving(({ data: { unitId, month } }) =>
      (['month-missing', 'month-unplanned'] as const).map((kind) => `${kind}:${unitId}/${month}`),
    ),
    'meetings.ExemptionWithdrawn': 'ignored',
    'meetings.SchoolYearPlanned': 'ignored',
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
  },
});

/** A reminder of a day that has not passed is no alert. */
const isAhead = ({ kind, step }: Pick<Sent, 'kind' | 'step'>): boolean =>
  (kind === 'overdue' || kind === 'follow-up-missed') && step <= 0;

/** A step about another day, or after the matter was solved, begins a round of its own. */
function told(known: AlertFact | undefined, sent: Sent): AlertFact {
  const { kind, subjectId, unitIds, countedFrom, on, step } = sent;
  const rounds = known?.rounds ?? [];
  const last = rounds.at(-1);
  const goesOn = last !== undefined && last.solved === null && last.countedFrom === countedFrom;
  // Somebody who takes over is told the last step: the alert has come no further.
  if (goesOn && step <= last.step) return known!;
  const level = levelOf(sent, goesOn ? last.level : undefined);
  return {
    kind,
    subjectId,
    unitIds,
    rounds: goesOn
      ? [...rounds.slice(0, -1), { ...last, step, level }]
      : [...rounds, { countedFrom, toldOn: on, step, level, solved: null }],
  };
}

/** Until whom it has come: above the unit, to the unit's leaders after others, or to those who answer for it first. */
function levelOf({ to, skipped }: Sent, before: AlertRound['level'] | undefined): AlertRound['level'] {
  if (before === 'coordinator' || to.some(({ as }) => as === 'coordinator' || as === 'service-unit-leader'))
    return 'coordinator';
  const isFirst = before === undefined && skipped.length === 0;
  return before === 'alert' || (!isFirst && to.some(({ as }) => as === 'unit-leader')) ? 'alert' : 'reminder';
}

type Solved = NonNullable<AlertRound['solved']>;
type Dated = Pick<Recorded, 'metadata'>;

/** Every round that was not solved before: a service that was absent again and again is there again once. */
function solved(alert: AlertFact, { metadata }: Dated, how: (round: AlertRound) => Solved['how'] | null): AlertFact {
  const on = dayOf(new Date(metadata.occurredAt));
  const rounds = alert.rounds.map((round) => {
    const way = round.solved === null ? how(round) : null;
    return way === null ? round : { ...round, solved: { on, how: way } };
  });
  return { ...alert, rounds };
}

/** A new day, other than the one that the alert is about, solves it. */
const moved = (
  { kind }: AlertFact,
  { countedFrom }: AlertRound,
  { dueOn, followUpOn }: { readonly dueOn: CalendarDate; readonly followUpOn: CalendarDate },
): Solved['how'] | null => ((kind === 'overdue' ? dueOn : followUpOn) === countedFrom ? null : 'moved');

/** A decision on the day of a request for more time, or later, answers it. */
const decided = ({ countedFrom }: AlertRound, on: CalendarDate): Solved['how'] | null =>
  on < countedFrom ? null : 'done';

/**
 * A fold of an event that solves alerts, which it names by kind and subject; those that were never told have no row.
 * `how`: null where it does not solve this one.
 */
function solving<E extends DomainEvent>(
  alertIds: (event: Recorded<E>) => readonly string[],
  how: (alert: AlertFact, round: AlertRound, data: Recorded<E>['data']) => Solved['how'] | null = () => 'done',
): Fold<E, AlertFactRow> {
  return {
    changesOnly: true,
    rows: (event) => alertIds(event).map(alertKeyOf),
    fold: (row, event, key) => {
      if (!row) return row;
      const fact = solved(row.fact, event, (round) => how(row.fact, round, event.data));
      const version = withVersion<AlertFact>(row, event, key, fact);
      return version === row ? row : withDays(version, row);
    },
  };
}

type Kind = AlertFact['kind'];
const OF_ACTIONS: readonly Kind[] = ['overdue', 'follow-up-missed', 'handover-waiting', 'orphan', 'more-time-asked'];
type Stream = Pick<Recorded, 'stream'>['stream'];
const ofStream = (kinds: readonly Kind[], stream: Stream): readonly string[] =>
  kinds.map((kind) => `${kind}:${streamId({ stream })}`);

const ofMonths = (kinds: readonly Kind[], unitIds: readonly string[], day: CalendarDate): readonly string[] =>
  kinds.flatMap((kind) => unitIds.map((unitId) => `${kind}:${unitId}/${monthOf(day)}`));
