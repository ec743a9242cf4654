import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { MeetingConcern } from '#news/contract';
import { Directory } from '#registry/contract';
import { OwnAppointments } from './read-models/appointment/own-appointments.js';
import { InvitationComposer } from './sending/invitation-composer.js';
import { InvitationsBefore } from './sending/invitations-before.js';
import { InvitationsTask } from './sending/invitations-task.js';
import { Replies } from './sending/replies.js';
import { AnswersStreams } from './streams/answers.streams.js';
import { FeedStreams } from './streams/feed.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [FeedStreams, AnswersStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, MeetingConcern];
export const sweepTasks = [InvitationsTask];
export const mailComposers = [InvitationComposer];
export const inboundMail = [Replies];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    OwnAppointments,
    InvitationsBefore,
    ...sweepTasks,
    ...mailComposers,
    ...inboundMail,
  ],
})
export class CalendarModule {}
