import { readModel, streamId } from '#platform/projections';
import type { AlertStepEvent, FollowUpEvent } from '#alerts/contract';
import { SentAtOnceRow } from './sent-at-once.entity.js';

/** Reminders of units and questions to owners, each once. */
export const sentAtOnce = readModel<SentAtOnceRow, FollowUpEvent | AlertStepEvent>({
  name: 'digests-at-once',
  version: 1,
  entity: SentAtOnceRow,
  on: {
    'alerts.UnitReminded': {
      rows: ({ id }) => [id],
      fold: (_, { tenant, metadata, recordedAt, data: { unitId, toIds, about } }, eventId) => ({
        ...{ eventId, tenant, kind: 'reminded', at: recordedAt, byId: metadata.actor },
        ...{ toIds, subjectId: unitId, about },
      }),
    },
    'alerts.OwnerAsked': {
      rows: ({ id }) => [id],
      fold: (_, { tenant, metadata, recordedAt, data: { ownerId }, stream }, eventId) => ({
        ...{ eventId, tenant, kind: 'asked', at: recordedAt, byId: metadata.actor },
        ...{ toIds: [ownerId], subjectId: streamId({ stream }), about: null },
      }),
    },
    'alerts.CallNoted': 'ignored',
    'alerts.AlertSent': 'ignored',
    'alerts.AlertHeldBack': 'ignored',
    'alerts.AlertReleased': 'ignored',
    'alerts.AlertSnoozed': 'ignored',
    'alerts.AlertNoted': 'ignored',
    'alerts.AlertHandled': 'ignored',
  },
});
