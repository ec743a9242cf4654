import { CalendarDate, PersonId, stableId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { InvitationAccepted, InvitationRevoked, PersonInvited } from '../../contract/index.js';
import type { AcceptInvitation, InvitationCommand } from './invitation.commands.js';
import { invitation } from './invitation.decider.js';

const on = CalendarDate.parse('2026-11-30');
const personId = PersonId.parse(stableId('coordinator'));
const identityId = stableId('identity of the coordinator');
const [digest, later] = ['a'.repeat(64), 'b'.repeat(64)];
const until = '2026-12-07T08:00:00.000Z';
const invite: InvitationCommand = { type: 'InvitePerson', personId, holdsRole: true, digest, until, on };
const accept: AcceptInvitation = {
  type: 'AcceptInvitation',
  digest,
  identityId,
  holdsRole: true,
  isAnothers: false,
  now: '2026-12-01T07:00:00.000Z',
  on,
};
const revoke: InvitationCommand = { type: 'RevokeInvitation', on };
const invited = PersonInvited({ personId, digest, until, on });
const invitedLater = PersonInvited({ personId, digest: later, until, on });
const accepted = InvitationAccepted({ personId, identityId, on });
const revoked = InvitationRevoked({ personId, on });

const the = specification('an invitation', invitation);

the.accepts('that a person with a role is invited').given().when(invite).then(invited);
the
  .refuses('that a person without a role is invited')
  .given()
  .when({ ...invite, holdsRole: false })
  .with({ rule: 'PERSON_HOLDS_NO_ROLE', at: 'personId' });
the.accepts('the first identity that comes by the link').given(invited).when(accept).then(accepted);
the.accepts('the same identity again, which changes nothing').given(invited, accepted).when(accept).then();
the
  .refuses('a second identity by the same link')
  .given(invited, accepted)
  .when({ ...accept, identityId: stableId('another identity') })
  .with('INVITATION_USED');
the.refuses('an identity where nobody was invited').given().when(accept).with('INVITATION_UNKNOWN');
the
  .refuses('an identity by a link that a later one has replaced')
  .given(invited, invitedLater)
  .when(accept)
  .with('INVITATION_UNKNOWN');
the
  .accepts('an identity by the later link')
  .given(invited, invitedLater)
  .when({ ...accept, digest: later })
  .then(accepted);
the
  .accepts('another identity by a link that was made after the first was used')
  .given(invited, accepted, invitedLater)
  .when({ ...accept, digest: later, identityId: stableId('another identity') })
  .then(InvitationAccepted({ personId, identityId: stableId('another identity'), on }));
the
  .refuses('an identity at the instant at which the link ends')
  .given(invited)
  .when({ ...accept, now: until })
  .with('INVITATION_EXPIRED');
the
  .accepts('an identity just before the link ends')
  .given(invited)
  .when({ ...accept, now: '2026-12-07T07:59:59.999Z' })
  .then(accepted);
the.refuses('an identity by a link that was withdrawn').given(invited, revoked).when(accept).with('INVITATION_REVOKED');
the
  .refuses('an identity when the person has lost every role since')
  .given(invited)
  .when({ ...accept, holdsRole: false })
  .with('PERSON_HOLDS_NO_ROLE');
the
  .refuses('an identity that signs in as another person, and leaves the link unused')
  .given(invited)
  .when({ ...accept, isAnothers: true })
  .with('SIGN_IN_APPROVED_FOR_ANOTHER');
the.accepts('that an open invitation is withdrawn').given(invited).when(revoke).then(revoked);
the.refuses('that a used invitation is withdrawn').given(invited, accepted).when(revoke).with('INVITATION_NOT_OPEN');
the.refuses('that an invitation is withdrawn twice').given(invited, revoked).when(revoke).with('INVITATION_NOT_OPEN');
the.refuses('that nothing is withdrawn').given().when(revoke).with('INVITATION_NOT_OPEN');
