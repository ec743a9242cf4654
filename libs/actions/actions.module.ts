import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { CurrentSettings, Directory } from '#registry/contract';
import { FactsInTransaction } from '#statistics/contract';
import {
  ActionRecords,
  CompletedActions,
  OpenActions,
  OwnerAnswers,
  RefusedDecisions,
  ServiceActions,
} from './contract/index.js';
import { KeptActionRecords } from './read-models/action-list/kept-action-records.js';
import { ShownActions } from './read-models/action-list/action-shown.js';
import { MeetingParticipants } from './read-models/action-meeting/meeting-participants.js';
import { ListedCompletedActions } from './read-models/completed-actions/completed-actions.js';
import { ListedOpenActions } from './read-models/open-actions/open-actions.js';
import { CountedRefusals } from './read-models/refused-decisions/counted-refusals.js';
import { ListedServiceActions } from './read-models/service-actions/service-actions.js';
import { ActionStreams } from './streams/action.streams.js';
import { ActionSubjects } from './streams/action.subjects.js';
import { OwnerAnswersAtStreams } from './streams/owner-answers.js';
import { RefusedDecisionStreams } from './streams/refused-decision.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, CurrentSettings, FactsInTransaction];
/** Contract classes that other contexts may inject. */
export const provides = [OpenActions, CompletedActions, ServiceActions, RefusedDecisions, ActionRecords, OwnerAnswers];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ActionStreams,
    ActionSubjects,
    RefusedDecisionStreams,
    MeetingParticipants,
    ShownActions,
    { provide: OpenActions, useClass: ListedOpenActions },
    { provide: CompletedActions, useClass: ListedCompletedActions },
    { provide: ServiceActions, useClass: ListedServiceActions },
    { provide: RefusedDecisions, useClass: CountedRefusals },
    { provide: OwnerAnswers, useClass: OwnerAnswersAtStreams },
    { provide: ActionRecords, useClass: KeptActionRecords },
  ],
  exports: provides,
})
export class ActionsModule {}
