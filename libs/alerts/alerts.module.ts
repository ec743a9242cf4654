import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { CompletedActions, RefusedDecisions, ServiceActions } from '#actions/contract';
import { ServiceAbsences } from '#meetings/contract';
import { Directory } from '#registry/contract';
import { AlertFactsOfDay } from './read-models/alerts/alert-facts.js';
import { UnitsToCall } from './read-models/follow-up/units-to-call.js';
import { MonthsSoFar } from './read-models/start/months-so-far.js';
import { UnitContacts } from './read-models/unit-history/unit-contacts.js';
import { FollowUpStreams } from './streams/follow-up.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [FollowUpStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, CompletedActions, RefusedDecisions, ServiceActions, ServiceAbsences];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [...handlersIn(features, readModels), ...streams, AlertFactsOfDay, UnitContacts, UnitsToCall, MonthsSoFar],
})
export class AlertsModule {}
