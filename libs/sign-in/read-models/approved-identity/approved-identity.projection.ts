import { readModel, streamId } from '#platform/projections';
import type { IdentityEvent } from '../../contract/index.js';
import { ApprovedIdentityRow } from './approved-identity.entity.js';

/** The identities that sign in as somebody, for the coordinator's list. Sign-in itself reads the streams. */
export const approvedIdentities = readModel<ApprovedIdentityRow, IdentityEvent>({
  name: 'sign-in-approved',
  version: 2,
  entity: ApprovedIdentityRow,
  on: {
    'sign-in.SignInAsked': 'ignored',
    'sign-in.SignInRefused': 'ignored',
    'sign-in.SignInApproved': {
      rows: (event) => [streamId(event)],
      // A stream of a merger can have two; the first one holds, as in the decision.
      fold: (row, { tenant, data: { personId, on } }, identityId) => row ?? { identityId, tenant, personId, on },
    },
    'sign-in.SignInWithdrawn': {
      rows: (event) => [streamId(event)],
      fold: (row, { data: { personId } }) => (row?.personId === personId ? undefined : row),
    },
  },
});
