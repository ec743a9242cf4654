import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Directory, Municipalities } from '#registry/contract';
import { SignIns } from './contract/index.js';
import { StreamSignIns } from './features/ask-sign-in.js';
import { IdentityStreams } from './streams/identity.streams.js';
import { ForgetWaitingTask } from './waiting/forget-waiting-task.js';
import { WaitingPeople } from './waiting/waiting-people.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [IdentityStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, Municipalities];
/** Contract classes that others may inject. */
export const provides = [SignIns];
export const sweepTasks = [ForgetWaitingTask];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    ...sweepTasks,
    WaitingPeople,
    { provide: SignIns, useClass: StreamSignIns },
  ],
  exports: [...provides],
})
export class SignInModule {}
