import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { AlertFactsOfDay } from './read-models/alerts/alert-facts.js';
import { UnitsToCall } from './read-models/follow-up/units-to-call.js';
import { MonthsSoFar } from './read-models/start/months-so-far.js';
import { UnitContacts } from './read-models/unit-history/unit-contacts.js';
import { FollowUpStreams } from './streams/follow-up.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [FollowUpStreams];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [...handlersIn(features, readModels), ...streams, AlertFactsOfDay, UnitContacts, UnitsToCall, MonthsSoFar],
  exports: [...streams],
})
export class AlertsModule {}
