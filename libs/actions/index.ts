import type { Context } from '#platform/composition';
import { ActionsModule, needs, provides } from './actions.module.js';
import { actionEvents, refusedDecisionEvents } from './contract/index.js';
import { actionRefusals } from './domain/action/action.refusals.js';
import { refusedDecisionRefusals } from './domain/refused-decision/refused-decision.refusals.js';
import { actionsFollowProtocols } from './policies/actions-follow-protocols.policy.js';
import { ActionCounts1795305600503 } from './read-models/action-counts/action-counts.migration.js';
import { ActionRow } from './read-models/action-list/action-list.entity.js';
import { ActionDeclined1795305602410 } from './read-models/action-list/action-declined.migration.js';
import { ActionList1795305600500 } from './read-models/action-list/action-list.migration.js';
import { ActionStoodAs1795305602000 } from './read-models/action-list/state-history.migration.js';
import { actionList } from './read-models/action-list/action-list.projection.js';
import { ActionMeetingRow } from './read-models/action-meeting/action-meeting.entity.js';
import { ActionMeeting1795305600501 } from './read-models/action-meeting/action-meeting.migration.js';
import { actionMeeting } from './read-models/action-meeting/action-meeting.projection.js';
import { CompletedActions1795305600502 } from './read-models/completed-actions/completed-actions.migration.js';
import { RefusedDecisionRow } from './read-models/refused-decisions/refused-decision.entity.js';
import { RefusedDecision1795305602550 } from './read-models/refused-decisions/refused-decision.migration.js';
import { refusedDecisions } from './read-models/refused-decisions/refused-decision.projection.js';
import { CarriedAction1795305600504 } from './read-models/workload/carried-action.migration.js';
import { LoadOfFacts1796100000011 } from './read-models/workload/load-of-facts.migration.js';
import { ActionStreams } from './streams/action.streams.js';
import { ActionSubjects } from './streams/action.subjects.js';
import { RefusedDecisionStreams } from './streams/refused-decision.streams.js';

export type { ActionCommand } from './domain/action/action.commands.js';

/** Tiltak, from the protocol that agrees them to the judgement of their effect. */
export const actionsContext: Context = {
  name: 'actions',
  events: [actionEvents, refusedDecisionEvents],
  streams: [ActionStreams, RefusedDecisionStreams],
  readModels: [actionList, actionMeeting, refusedDecisions],
  policies: [actionsFollowProtocols],
  entities: [ActionRow, ActionMeetingRow, RefusedDecisionRow],
  migrations: [
    ActionList1795305600500,
    ActionMeeting1795305600501,
    CompletedActions1795305600502,
    ActionCounts1795305600503,
    CarriedAction1795305600504,
    ActionStoodAs1795305602000,
    ActionDeclined1795305602410,
    RefusedDecision1795305602550,
    LoadOfFacts1796100000011,
  ],
  refusals: [actionRefusals, refusedDecisionRefusals],
  subjects: [ActionSubjects],
  needs,
  provides,
  module: ActionsModule,
};
