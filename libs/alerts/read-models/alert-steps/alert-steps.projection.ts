import type { Recorded } from '#platform/kernel';
import { change, readModel, streamId, type Fold } from '#platform/projections';
import type { AlertStepEvent, AlertSubject } from '../../contract/index.js';
import { alertSteps as decider } from '../../domain/alert-steps/alert-steps.decider.js';
import { AlertStepsRow, type AlertHappening } from './alert-steps.entity.js';

/** Alerts with their steps, for mail, pages and the next round. */
export const alertSteps = readModel<AlertStepsRow, AlertStepEvent>({
  name: 'alert-steps',
  version: 3,
  entity: AlertStepsRow,
  on: {
    'alerts.AlertSent': began((row, { data: { on, to, step, countedFrom } }) => ({
      toldOn: on,
      history: [
        ...row.history,
        { ...NOTHING, what: 'sent', on, step, countedFrom, toIds: to.map(({ personId }) => personId) },
      ],
    })),
    'alerts.AlertHeldBack': began((row, { data: { on, step, countedFrom } }) => ({
      history: [...row.history, { ...NOTHING, what: 'held-back', on, step, countedFrom }],
    })),
    'alerts.AlertReleased': answered((event) => ({ ...NOTHING, what: 'released', on: event.data.on })),
    'alerts.AlertSnoozed': answered(({ data: { on, reason } }) => ({ ...NOTHING, what: 'snoozed', on, note: reason })),
    'alerts.OwnerAsked': answered(({ data: { on, note, ownerId } }) => ({
      ...NOTHING,
      what: 'asked',
      on,
      note,
      toIds: [ownerId],
    })),
    'alerts.AlertNoted': answered(({ data: { on, note } }) => ({ ...NOTHING, what: 'noted', on, note })),
    'alerts.AlertHandled': answered(({ data: { on, note } }) => ({ ...NOTHING, what: 'handled', on, note })),
  },
});

const NOTHING = { step: null, countedFrom: null, toIds: [], note: null, byId: null };

/** A fold of an event that says what the alert is about; the first of them makes the row. */
function began<E extends AlertStepEvent & { readonly data: AlertSubject }>(
  how: (row: AlertStepsRow, event: Recorded<E>) => Partial<AlertStepsRow>,
): Fold<E, AlertStepsRow> {
  return {
    rows: (event) => [streamId(event)],
    fold: (before, event, alertKey) => {
      const { alertId, kind, subjectId, unitIds, serviceIds, personIds, month } = event.data;
      const row: AlertStepsRow = before ?? {
        alertKey,
        tenant: event.tenant,
        alertId,
        kind,
        subjectId,
        unitIds,
        serviceIds,
        personIds,
        month,
        steps: decider.initialState,
        toldOn: null,
        isWaiting: false,
        snoozedUntil: null,
        history: [],
      };
      return { ...withSteps({ ...row, unitIds, serviceIds, personIds }, event), ...how(row, event) };
    },
  };
}

function answered<E extends AlertStepEvent>(what: (event: Recorded<E>) => AlertHappening): Fold<E, AlertStepsRow> {
  return change<E, AlertStepsRow>(streamId, (row, event) => afterwards(row, event, what(event)));
}

/** The row after a person's answer. */
const afterwards = (row: AlertStepsRow, event: Recorded<AlertStepEvent>, happening: AlertHappening): AlertStepsRow => {
  const { actor } = event.metadata;
  const byId = actor.startsWith('system:') ? null : actor;
  return { ...withSteps(row, event), history: [...row.history, { ...happening, byId }] };
};

/** The decider's own fold, so that a round reads what a command would decide on. */
const withSteps = (row: AlertStepsRow, event: AlertStepEvent): AlertStepsRow => {
  const steps = decider.evolve(row.steps, event);
  const isWaiting = steps.waiting !== null && !steps.isReleased;
  return { ...row, steps, isWaiting, snoozedUntil: steps.snoozedUntil };
};
