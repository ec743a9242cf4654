import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { CompletedActions, RefusedDecisions, ServiceActions } from '#actions/contract';
import { ServiceAbsences } from '#meetings/contract';
import { Directory } from '#registry/contract';
import { FactsInTransaction } from '#statistics/contract';
import { AlertLadder, RemindedCauses } from './contract/index.js';
import { LadderRounds } from './ladder/ladder-rounds.js';
import { RoundFactsOfDay } from './ladder/round-facts.js';
import { AlertStepsReader } from './read-models/alert-steps/alert-steps-reader.js';
import { AlertFactsOfDay } from './read-models/alerts/alert-facts.js';
import { UnitsToCall } from './read-models/follow-up/units-to-call.js';
import { OpenCauses } from './read-models/reminders/open-causes.js';
import { MonthsSoFar } from './read-models/start/months-so-far.js';
import { PastDays } from './read-models/ladder-preview/past-days.js';
import { RecordedDays } from './read-models/ladder-preview/recorded-days.js';
import { UnitContacts } from './read-models/unit-history/unit-contacts.js';
import { AlertStepsStreams } from './streams/alert-steps.streams.js';
import { AlertSubjects } from './streams/alert-steps.subjects.js';
import { FollowUpStreams } from './streams/follow-up.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [FollowUpStreams, AlertStepsStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [
  Directory,
  CompletedActions,
  RefusedDecisions,
  ServiceActions,
  ServiceAbsences,
  FactsInTransaction,
];
/** Contract classes that other contexts may inject. */
export const provides = [AlertLadder, RemindedCauses];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    AlertFactsOfDay,
    AlertStepsReader,
    RoundFactsOfDay,
    RecordedDays,
    PastDays,
    AlertSubjects,
    UnitContacts,
    UnitsToCall,
    MonthsSoFar,
    { provide: AlertLadder, useClass: LadderRounds },
    { provide: RemindedCauses, useClass: OpenCauses },
  ],
  exports: provides,
})
export class AlertsModule {}
