import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Directory, Municipalities } from '#registry/contract';
import { Invitations, SignIns, WaitingSignIns } from './contract/index.js';
import { StreamInvitations } from './features/accept-invitation.js';
import { StreamSignIns } from './features/ask-sign-in.js';
import { IdentityStreams } from './streams/identity.streams.js';
import { InvitationStreams } from './streams/invitation.streams.js';
import { RoleHolders } from './streams/role-holders.js';
import { SignOutStreams } from './streams/sign-out.streams.js';
import { ForgetWaitingTask } from './waiting/forget-waiting-task.js';
import { StillWaiting } from './waiting/still-waiting.js';
import { WaitingPeople } from './waiting/waiting-people.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [IdentityStreams, InvitationStreams, SignOutStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, Municipalities];
/** Contract classes that others may inject. */
export const provides = [SignIns, Invitations, WaitingSignIns];
export const sweepTasks = [ForgetWaitingTask];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    ...sweepTasks,
    RoleHolders,
    StillWaiting,
    WaitingPeople,
    { provide: Invitations, useClass: StreamInvitations },
    { provide: SignIns, useClass: StreamSignIns },
    { provide: WaitingSignIns, useExisting: StillWaiting },
  ],
  exports: [...provides],
})
export class SignInModule {}
