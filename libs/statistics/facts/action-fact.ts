import { Entity } from 'typeorm';
import { dayOf, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel } from '#platform/projections';
import type { ActionEvent } from '#actions/contract';
import type { ActionFact, ActionTerms, FollowUpFact } from '../contract/facts.js';
import { DatedFactRow, remember, type FactRow } from './fact-row.js';

@Entity('statistics_action')
export class ActionFactRow extends DatedFactRow<ActionFact> {}

/** From the day it was agreed until the day on which its last change was recorded, once it has ended. */
function withDays(row: FactRow<ActionFact>): ActionFactRow {
  const { at, fact } = row.versions.at(-1)!;
  const agreed = row.versions.map(({ fact: { agreedOn } }) => agreedOn).toSorted();
  const isOver = fact.ended !== null && (fact.ended.how === 'abandoned' || fact.effect !== null);
  return { ...row, firstOn: agreed[0]!, lastOn: isOver ? dayOf(new Date(at)) : null };
}
const fold = remember<ActionFact, ActionFactRow>(withDays);

type Content = Extract<ActionEvent, { type: 'actions.ActionChanged' }>['data']['content'];

/** Actions with terms, follow-ups, end and effect, as they were known at each moment. */
export const actionFacts = readModel<ActionFactRow, ActionEvent>({
  name: 'statistics-action',
  version: 1,
  entity: ActionFactRow,
  on: {
    'actions.ActionAgreed': fold((_, { data }) => ({
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
    })),
    'actions.FollowUpRecorded': changed((action, { on, meetingId, nextFollowUpOn }) => ({
      followUps: done(action, on, meetingId, nextFollowUpOn),
    })),
    'actions.ActionCarriedOn': changed((action, { on, dueOn, followUpOn, meetingId }) => ({
      terms: withTerms(action, on, { dueOn }),
      moves: action.moves + 1,
      followUps: done(action, on, meetingId, followUpOn),
    })),
    'actions.ActionChanged': changed((action, { content, on, meetingId }) => ({
      ...ofContent(content),
      terms: withTerms(action, on, termsOf(content)),
      followUps: meetingId === null ? replanned(action, content) : done(action, on, meetingId, content.followUpOn),
    })),
    // A corrected error was never valid: answers from now on do not know it, and earlier ones keep it.
    'actions.ActionCorrected': changed((action, { content, on }) => {
      const isFirst = action.terms.length === 1;
      return {
        ...ofContent(content),
        terms: isFirst ? [{ from: action.agreedOn, ...termsOf(content) }] : withTerms(action, on, termsOf(content)),
        firstDueOn: isFirst ? content.dueOn : action.firstDueOn,
        followUps: replanned(action, content),
      };
    }),
    'actions.HandoverAccepted': changed((action, { to, toServiceId, on }) => ({
      terms: withTerms(action, on, { ownerId: to, ownerServiceId: toServiceId }),
    })),
    'actions.ActionCompleted': changed((action, { completedOn }) => ({
      ended: { on: completedOn, how: 'completed' },
      followUps: done(action, completedOn, null, null),
    })),
    'actions.ActionAbandoned': changed((action, { on }) => ({
      ended: { on, how: 'abandoned' },
      followUps: done(action, on, null, null),
    })),
    'actions.EffectJudged': changed((_, { on, effect }) => ({ effect: { on, effect } })),
    'actions.ActionAccepted': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    'actions.HandoverOffered': 'ignored',
    'actions.HandoverDeclined': 'ignored',
    'actions.ActionDeclined': 'ignored',
  },
});

function changed<E extends DomainEvent>(how: (action: ActionFact, data: Recorded<E>['data']) => Partial<ActionFact>) {
  return fold<E>((action, event) => action && { ...action, ...how(action, event.data) });
}

const ofContent = ({ level, category, approach, resources, matterId, contributors, ownerServiceId }: Content) => ({
  level,
  category,
  approach,
  resources,
  matterId,
  helpingServices: [
    ...new Set(contributors.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId as string]))),
  ].filter((serviceId) => serviceId !== ownerServiceId),
});
const termsOf = ({ ownerId, ownerServiceId, dueOn }: Content): ActionTerms => ({ ownerId, ownerServiceId, dueOn });

/** New terms from the day on; the last of several changes on a day is valid. */
function withTerms({ terms }: ActionFact, on: CalendarDate, changes: Partial<ActionTerms>): ActionFact['terms'] {
  const last = terms.at(-1)!;
  const entry = { ...last, ...changes, from: on < last.from ? last.from : on };
  return [...terms.filter(({ from }) => from !== entry.from), entry];
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

/** The follow-up that is waited for has another day. */
function replanned({ followUps }: ActionFact, { followUpOn }: Content): readonly FollowUpFact[] {
  const last = followUps.at(-1)!;
  return last.doneOn === null ? [...followUps.slice(0, -1), planned(followUpOn)] : followUps;
}
