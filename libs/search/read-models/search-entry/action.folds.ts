import type { ReadModel } from '#platform/projections';
import type { ActionContent, ActionEvent } from '#actions/contract';
import { begin, change } from './entry.js';
import type { SearchRow } from './search-entry.entity.js';

export const actionFolds: ReadModel<ActionEvent, SearchRow>['on'] = {
  'actions.ActionAgreed': begin('action', ({ data: { unitIds, meetingId, ...content } }) => ({
    title: content.text,
    day: content.dueOn,
    about: { unitIds, meetingId, ...peopleOf(content), offeredTo: null, status: 'open' },
  })),
  'actions.ActionAccepted': 'ignored',
  'actions.ActionDeclined': 'ignored',
  'actions.ActionStarted': 'ignored',
  'actions.ProgressNoted': 'ignored',
  'actions.OwnerAnswered': 'ignored',
  'actions.FollowUpRecorded': 'ignored',
  'actions.ActionCompleted': change('action', ({ about }) => ({ about: { ...about, status: 'completed' } })),
  'actions.EffectJudged': 'ignored',
  'actions.ActionCarriedOn': change('action', (_, { dueOn }) => ({ day: dueOn })),
  'actions.ActionChanged': change('action', ({ about }, { content }) => entryOf(about, content)),
  'actions.ActionCorrected': change('action', ({ about }, { content }) => entryOf(about, content)),
  'actions.HandoverOffered': change('action', ({ about }, { to }) => ({ about: { ...about, offeredTo: to } })),
  'actions.HandoverAccepted': change('action', ({ about }, { to, toServiceId }) => ({
    about: { ...about, offeredTo: null, ownerId: to, ownerServiceId: toServiceId },
  })),
  'actions.HandoverDeclined': change('action', ({ about }) => ({ about: { ...about, offeredTo: null } })),
  'actions.ActionAbandoned': change('action', ({ about }) => ({ about: { ...about, status: 'abandoned' } })),
};

type About = SearchRow<'action'>['about'];

/** With a new owner, an open offer is dropped. */
const entryOf = (about: About, content: ActionContent) => ({
  title: content.text,
  day: content.dueOn,
  about: {
    ...about,
    ...peopleOf(content),
    ...(content.ownerId !== about.ownerId && { offeredTo: null }),
  },
});

/** All people and services concerned. */
function peopleOf({ ownerId, ownerServiceId, contributors }: ActionContent) {
  const helperIds = contributors.flatMap(({ personId }) => personId ?? []);
  const helpingServiceIds = contributors.flatMap(({ serviceId }) => serviceId ?? []);
  return { ownerId, ownerServiceId, helperIds, helpingServiceIds };
}
