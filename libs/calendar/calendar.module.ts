import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { MeetingConcern } from '#news/contract';
import { Directory } from '#registry/contract';
import { OwnAppointments } from './read-models/appointment/own-appointments.js';
import { AnswersStreams } from './streams/answers.streams.js';
import { FeedStreams } from './streams/feed.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [FeedStreams, AnswersStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, MeetingConcern];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [...handlersIn(features, readModels), ...streams, OwnAppointments],
})
export class CalendarModule {}
