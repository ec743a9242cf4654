import { Entity } from 'typeorm';
import { dayOf, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel } from '#platform/projections';
import type { ActionEvent } from '#actions/contract';
import { holdingOn } from '#registry/contract';
import type { ActionFact, ActionTerms, FollowUpFact } from '../contract/facts.js';
import { DatedFactRow, remember, type FactRow } from './fact-row.js';

@Entity('statistics_action')
export class ActionFactRow extends DatedFactRow<ActionFact> {}

/**
 * Every day by which some version belongs to a period, and the day on which its last change was recorded, since a
 * question as of an earlier moment does not know of it; without end while something may still be asked about it.
 */
function withDays(row: FactRow<ActionFact>, before: ActionFactRow | undefined): ActionFactRow {
  const { fact, since } = row;
  const firstOn = earliest(fact, before?.firstOn ?? fact.agreedOn);
  const isOver = fact.ended !== null && (fact.ended.how !== 'completed' || fact.effect !== null);
  if (!isOver) return { ...row, firstOn, lastOn: null };
  return { ...row, firstOn, lastOn: latestOf(row, dayOf(since)) };
}

/** The earliest of `first` and the days of the fact; a rebuild asks it for every event, so that it makes no list. */
function earliest({ agreedOn, followUps, ended, effect }: ActionFact, first: CalendarDate): CalendarDate {
  let day = agreedOn < first ? agreedOn : first;
  for (const { dueOn } of followUps) if (dueOn < day) day = dueOn;
  if (ended && ended.on < day) day = ended.on;
  if (effect && effect.on < day) day = effect.on;
  return day;
}

/** The latest of `first` and the days of all versions: of the fact, and of what was otherwise before. */
function latestOf({ fact, earlier }: FactRow<ActionFact>, first: CalendarDate): CalendarDate {
  let day = latest(fact, first);
  for (const { was } of earlier) day = latest(was, day);
  return day;
}

function latest({ agreedOn, followUps, ended, effect }: Partial<ActionFact>, first: CalendarDate): CalendarDate {
  let day = agreedOn !== undefined && agreedOn > first ? agreedOn : first;
  for (const { dueOn } of followUps ?? []) if (dueOn > day) day = dueOn;
  if (ended && ended.on > day) day = ended.on;
  if (effect && effect.on > day) day = effect.on;
  return day;
}

const fold = remember<ActionFact, ActionFactRow>(withDays);

type Content = Extract<ActionEvent, { type: 'actions.ActionChanged' }>['data']['content'];

/** Actions with terms, follow-ups, end and effect, as they were known at each moment. */
export const actionFacts = readModel<ActionFactRow, ActionEvent>({
  name: 'statistics-action',
  version: 4,
  entity: ActionFactRow,
  on: {
    'actions.ActionAgreed': fold(
      (known, { data }) =>
        known ?? {
          actionId: data.actionId,
          meetingId: data.meetingId,
          unitIds: data.unitIds,
          agreedOn: data.agreedOn,
          ...ofContent(data),
          terms: [{ from: data.agreedOn, ...termsOf(data) }],
          firstDueOn: data.dueOn,
          moves: 0,
          followUps: [planned(data.followUpOn)],
          ended: null,
          effect: null,
        },
    ),
    'actions.FollowUpRecorded': changed((action, { on, outcome, meetingId, nextFollowUpOn }) => ({
      followUps:
        outcome !== 'done' && nextFollowUpOn === null
          ? doneEarlier(action, on, meetingId)
          : done(action, on, meetingId, nextFollowUpOn),
    })),
    'actions.ActionCarriedOn': changed((action, { on, dueOn, followUpOn, meetingId }) => ({
      terms: withTerms(action, on, { dueOn }),
      moves: action.moves + 1,
      followUps: done(action, on, meetingId, followUpOn),
    })),
    'actions.ActionChanged': changed((action, { content, on, meetingId }) => ({
      ...ofContent(content),
      terms: withTerms(action, on, { dueOn: content.dueOn, ...otherService(action, content) }),
      followUps: meetingId === null ? replanned(action, content) : done(action, on, meetingId, content.followUpOn),
    })),
    // A corrected error was never valid: answers from now on do not know it, and earlier ones keep it.
    'actions.ActionCorrected': changed((action, { content }) => ({
      ...ofContent(content),
      ...withoutError(action, termsOf(content)),
      followUps: replanned(action, content),
    })),
    'actions.HandoverAccepted': changed((action, { to, toServiceId, on }) => ({
      terms: withTerms(action, on, { ownerId: to, ownerServiceId: toServiceId }),
    })),
    'actions.ActionCompleted': changed((action, { completedOn }) => ({
      ended: { on: completedOn, how: 'completed' },
      followUps: done(action, completedOn, null, null),
    })),
    'actions.ActionAbandoned': changed((action, { on, reason }) => ({
      ended: { on, how: reason === 'corrected' ? 'taken-out' : 'abandoned' },
      followUps: done(action, on, null, null),
    })),
    'actions.EffectJudged': changed((action, { on, effect }) => ({
      effect: { on: action.effect?.on ?? on, effect },
    })),
    'actions.ActionAccepted': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    'actions.OwnerAnswered': 'ignored',
    'actions.HandoverOffered': 'ignored',
    'actions.HandoverDeclined': 'ignored',
    'actions.ActionDeclined': 'ignored',
  },
});

function changed<E extends DomainEvent>(how: (action: ActionFact, data: Recorded<E>['data']) => Partial<ActionFact>) {
  return fold<E>((action, event) => action && { ...action, ...how(action, event.data) });
}

const ofContent = ({ level, category, approach, resources, matterId, contributors }: Content) => ({
  level,
  category,
  approach,
  resources,
  matterId,
  helpingServices: [
    ...new Set(contributors.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId as string]))),
  ],
});
const termsOf = ({ ownerId, ownerServiceId, dueOn }: Content): ActionTerms => ({ ownerId, ownerServiceId, dueOn });

/**
 * What changed holds from the day on, also after a handover that a protocol filed later did not know of; the last of
 * several changes on a day is valid.
 */
function withTerms({ terms }: ActionFact, on: CalendarDate, changes: Partial<ActionTerms>): ActionFact['terms'] {
  const from = on < terms[0]!.from ? terms[0]!.from : on;
  return [
    ...terms.filter((it) => it.from < from),
    { ...holdingOn(terms, from)!, ...changes, from },
    ...terms.filter((it) => it.from > from).map((it) => ({ ...it, ...changes })),
  ];
}

/** A change leaves the responsible person, but may name another of their services. */
const otherService = ({ terms }: ActionFact, { ownerServiceId }: Content): Partial<ActionTerms> =>
  ownerServiceId === terms.at(-1)!.ownerServiceId ? {} : { ownerServiceId };

/** Corrects each field as far back as it has had its present value; what held before a decision stays. */
function withoutError({ terms, firstDueOn }: ActionFact, to: ActionTerms): Pick<ActionFact, 'terms' | 'firstDueOn'> {
  const last = terms.at(-1)!;
  const ownerSince = terms.findLastIndex(
    (it) => it.ownerId !== last.ownerId || it.ownerServiceId !== last.ownerServiceId,
  );
  const dueSince = terms.findLastIndex(({ dueOn }) => dueOn !== last.dueOn);
  return {
    terms: terms.map((it, i) => ({
      ...it,
      ...(i > ownerSince && { ownerId: to.ownerId, ownerServiceId: to.ownerServiceId }),
      ...(i > dueSince && { dueOn: to.dueOn }),
    })),
    firstDueOn: dueSince === -1 && firstDueOn === last.dueOn ? to.dueOn : firstDueOn,
  };
}

const planned = (dueOn: CalendarDate): FollowUpFact => ({ dueOn, doneOn: null, meetingId: null });

/** The follow-up that was waited for is done; the next one is planned, where there is one. */
function done(
  { followUps }: ActionFact,
  doneOn: CalendarDate,
  meetingId: string | null,
  next: CalendarDate | null,
): readonly FollowUpFact[] {
  const last = followUps.at(-1)!;
  const all = last.doneOn === null ? [...followUps.slice(0, -1), { ...last, doneOn, meetingId }] : followUps;
  return next === null ? all : [...all, planned(next)];
}

/** A protocol filed late: it did the follow-up that was waited for on its day, and that was done on a later one. */
function doneEarlier(
  { followUps }: ActionFact,
  doneOn: CalendarDate,
  meetingId: string | null,
): readonly FollowUpFact[] {
  const which = followUps.findIndex((it) => it.doneOn !== null && it.doneOn > doneOn);
  return followUps.map((it, i) => (i === which ? { ...it, doneOn, meetingId } : it));
}

/** The follow-up that is waited for has another day. */
function replanned({ followUps }: ActionFact, { followUpOn }: Content): readonly FollowUpFact[] {
  const last = followUps.at(-1)!;
  return last.doneOn === null ? [...followUps.slice(0, -1), planned(followUpOn)] : followUps;
}
