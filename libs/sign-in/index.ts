import type { Context } from '#platform/composition';
import { identityEvents } from './contract/index.js';
import { identityRefusals } from './domain/identity/identity.refusals.js';
import { ApprovedIdentityRow } from './read-models/approved-identity/approved-identity.entity.js';
import { approvedIdentities } from './read-models/approved-identity/approved-identity.projection.js';
import { SignIns1796300000420 } from './read-models/sign-ins.migration.js';
import { needs, provides, SignInModule, streams, sweepTasks } from './sign-in.module.js';
import { WaitingPersonRow } from './waiting/waiting-person.entity.js';

/** Who signs in as whom: identities that a provider has proven, and the people of a municipality. */
export const signInContext: Context = {
  name: 'sign-in',
  events: [identityEvents],
  streams,
  readModels: [approvedIdentities],
  policies: [],
  sweepTasks,
  entities: [ApprovedIdentityRow, WaitingPersonRow],
  migrations: [SignIns1796300000420],
  refusals: [identityRefusals],
  subjects: [],
  needs,
  provides,
  module: SignInModule,
};
