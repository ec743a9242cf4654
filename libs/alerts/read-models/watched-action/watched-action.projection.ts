import type { CalendarDate, DomainEvent } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { ActionContent, ActionEvent } from '#actions/contract';
import { WatchedActionRow } from './watched-action.entity.js';

/** Open actions with the fields that alerts need. */
export const watchedAction = readModel<WatchedActionRow, ActionEvent>({
  name: 'watched-action',
  version: 4,
  entity: WatchedActionRow,
  on: {
    'actions.ActionAgreed': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant }) => ({
        actionId: data.actionId,
        tenant,
        unitIds: data.unitIds,
        ...watched(data),
        followedUpOn: null,
        wasHandedOver: false,
        moreTimeAskedOn: null,
        ...noOffer(),
      }),
    },
    'actions.ActionAccepted': 'ignored',
    'actions.ActionDeclined': 'ignored',
    'actions.ActionStarted': 'ignored',
    'actions.ProgressNoted': 'ignored',
    'actions.OwnerAnswered': on((row, { answer, on: day }) => ({
      moreTimeAskedOn: answer === 'more-time' ? day : row.moreTimeAskedOn,
    })),
    'actions.FollowUpRecorded': on((row, { on: day, nextFollowUpOn }) => ({
      // A follow-up recorded by a late protocol does not replace a later one.
      followedUpOn: row.followedUpOn !== null && row.followedUpOn > day ? row.followedUpOn : day,
      followUpOn: nextFollowUpOn ?? row.followUpOn,
      ...decidedOn(row, day),
    })),
    'actions.ActionCompleted': gone(),
    'actions.EffectJudged': 'ignored',
    'actions.ActionCarriedOn': on((row, { dueOn, followUpOn, on: day }) => ({
      dueOn,
      followUpOn,
      ...decidedOn(row, day),
    })),
    'actions.ActionChanged': on((row, { content, on: day }) => ({ ...watched(content), ...decidedOn(row, day) })),
    'actions.ActionCorrected': on((row, { content }) => ({
      ...watched(content),
      ...(row.ownerId !== content.ownerId && { wasHandedOver: false, ...noOffer() }),
    })),
    'actions.HandoverOffered': on((_, { to, on: offeredOn }) => ({ offeredTo: to, offeredOn })),
    'actions.HandoverAccepted': on((_, { to, toServiceId }) => ({
      ...noOffer(),
      ownerId: to,
      ownerServiceId: toServiceId,
      wasHandedOver: true,
      moreTimeAskedOn: null,
    })),
    'actions.HandoverDeclined': on(() => noOffer()),
    'actions.ActionAbandoned': gone(),
  },
});

const noOffer = () => ({ offeredTo: null, offeredOn: null });

/** A decision on the day of a request for more time, or later, answers it; a protocol filed late may tell of an earlier one. */
const decidedOn = ({ moreTimeAskedOn }: WatchedActionRow, day: CalendarDate) =>
  moreTimeAskedOn !== null && day >= moreTimeAskedOn ? { moreTimeAskedOn: null } : {};

function on<E extends DomainEvent>(
  change: (row: WatchedActionRow, data: E['data']) => Partial<WatchedActionRow>,
): Fold<E, WatchedActionRow> {
  return {
    rows: (event) => [streamId(event)],
    fold: (row, event) => row && { ...row, ...change(row, event.data) },
  };
}
function gone<E extends DomainEvent>(): Fold<E, WatchedActionRow> {
  return { rows: (event) => [streamId(event)], fold: () => undefined };
}

const watched = ({ text, ownerId, ownerServiceId, contributors, dueOn, followUpOn }: ActionContent) => ({
  text,
  ownerId,
  ownerServiceId,
  contributorIds: contributors.flatMap(({ personId }) => personId ?? []),
  contributingServiceIds: contributors.flatMap(({ serviceId }) => serviceId ?? []),
  dueOn,
  followUpOn,
});
