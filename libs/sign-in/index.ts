import type { Context } from '#platform/composition';
import { identityEvents, invitationEvents, signOutEvents } from './contract/index.js';
import { identityRefusals } from './domain/identity/identity.refusals.js';
import { invitationRefusals } from './domain/invitation/invitation.refusals.js';
import { signOutRefusals } from './domain/sign-out/sign-out.refusals.js';
import { letInIdentityWhenInvitationAccepted } from './policies/let-in-identity-when-invitation-accepted.policy.js';
import { ApprovedIdentityRow } from './read-models/approved-identity/approved-identity.entity.js';
import { approvedIdentities } from './read-models/approved-identity/approved-identity.projection.js';
import { OpenInvitationRow } from './read-models/open-invitation/open-invitation.entity.js';
import { OpenInvitations1796300003001 } from './read-models/open-invitation/open-invitation.migration.js';
import { openInvitations } from './read-models/open-invitation/open-invitation.projection.js';
import { SignIns1796300000420 } from './read-models/sign-ins.migration.js';
import { needs, provides, SignInModule, streams, sweepTasks } from './sign-in.module.js';
import { WaitingQuestion1796300009001 } from './waiting/waiting-question.migration.js';
import { WaitingPersonRow } from './waiting/waiting-person.entity.js';

/** Sign-in: identities that a provider has proven, and the people of a municipality. */
export const signInContext: Context = {
  name: 'sign-in',
  events: [identityEvents, invitationEvents, signOutEvents],
  streams,
  readModels: [approvedIdentities, openInvitations],
  policies: [letInIdentityWhenInvitationAccepted],
  sweepTasks,
  entities: [ApprovedIdentityRow, OpenInvitationRow, WaitingPersonRow],
  migrations: [SignIns1796300000420, OpenInvitations1796300003001, WaitingQuestion1796300009001],
  refusals: [identityRefusals, invitationRefusals, signOutRefusals],
  subjects: [],
  needs,
  provides,
  module: SignInModule,
};
export { INVITATION_DAYS, InvitePerson, MOST_INVITATION_DAYS, type Invited } from './features/invite-person.js';
export { RevokeInvitation } from './features/revoke-invitation.js';
export { SignOutEverybody } from './features/sign-out-everybody.js';
export { SignOutPerson } from './features/sign-out-person.js';
