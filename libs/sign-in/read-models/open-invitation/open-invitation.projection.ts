import { readModel, streamId } from '#platform/projections';
import type { InvitationEvent } from '../../contract/index.js';
import { OpenInvitationRow } from './open-invitation.entity.js';

/** Invitations whose link may still be used, for the coordinator's list. Their links are checked in the streams. */
export const openInvitations = readModel<OpenInvitationRow, InvitationEvent>({
  name: 'sign-in-invitation',
  version: 1,
  entity: OpenInvitationRow,
  on: {
    'sign-in.PersonInvited': {
      rows: (event) => [streamId(event)],
      fold: (_, { tenant, data: { until, on } }, personId) => ({ personId, tenant, endsAt: new Date(until), on }),
    },
    'sign-in.InvitationAccepted': { rows: (event) => [streamId(event)], fold: () => undefined },
    'sign-in.InvitationRevoked': { rows: (event) => [streamId(event)], fold: () => undefined },
  },
});
