import { CalendarDate, PersonId, stableId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { SignInApproved, SignInAsked, SignInRefused, SignInWithdrawn } from '../../contract/index.js';
import type { IdentityCommand } from './identity.commands.js';
import { identity } from './identity.decider.js';

const on = CalendarDate.parse('2026-11-30');
const tomorrow = CalendarDate.parse('2026-12-01');
const personId = PersonId.parse(stableId('head teacher'));
const other = PersonId.parse(stableId('another head teacher'));
const ask: IdentityCommand = { type: 'AskSignIn', on };
const approve: IdentityCommand = { type: 'ApproveSignIn', personId, holdsRole: true, on };
const asked = SignInAsked({ on });
const approved = SignInApproved({ personId, on });

const the = specification('an identity', identity);

the.accepts('that somebody unknown asks to be let in').given().when(ask).then(asked);
the.accepts('that one who waits asks again, which changes nothing').given(asked).when(ask).then();
the.accepts('that one who is let in asks again, which changes nothing').given(asked, approved).when(ask).then();
the
  .refuses('that one who was refused asks again on the same day')
  .given(asked, SignInRefused({ on }))
  .when(ask)
  .with('ASKED_AGAIN_TOO_SOON');
the
  .accepts('that one who was refused asks again on a later day')
  .given(asked, SignInRefused({ on }))
  .when({ type: 'AskSignIn', on: tomorrow })
  .then(SignInAsked({ on: tomorrow }));
the.accepts('that the coordinator says who it is').given(asked).when(approve).then(approved);
the.accepts('the same answer again, which changes nothing').given(asked, approved).when(approve).then();
the
  .refuses('that the coordinator says that it is another person')
  .given(asked, approved)
  .when({ type: 'ApproveSignIn', personId: other, holdsRole: true, on })
  .with({ rule: 'SIGN_IN_APPROVED_FOR_ANOTHER', at: 'personId' });
the
  .refuses('an approval for a person without a role')
  .given(asked)
  .when({ type: 'ApproveSignIn', personId, holdsRole: false, on })
  .with({ rule: 'PERSON_HOLDS_NO_ROLE', at: 'personId' });
the.refuses('an approval of an identity that has not asked').given().when(approve).with('SIGN_IN_NOT_WAITING');
the
  .refuses('an approval after a refusal')
  .given(asked, SignInRefused({ on }))
  .when(approve)
  .with('SIGN_IN_NOT_WAITING');
the
  .accepts('that the coordinator refuses one who waits')
  .given(asked)
  .when({ type: 'RefuseSignIn', on })
  .then(SignInRefused({ on }));
the
  .refuses('that the coordinator refuses one who is let in')
  .given(asked, approved)
  .when({ type: 'RefuseSignIn', on })
  .with('SIGN_IN_NOT_WAITING');
the
  .accepts('that an approval is withdrawn')
  .given(asked, approved)
  .when({ type: 'WithdrawSignIn', on: tomorrow })
  .then(SignInWithdrawn({ personId, on: tomorrow }));
the
  .refuses('that an approval is withdrawn twice')
  .given(asked, approved, SignInWithdrawn({ personId, on }))
  .when({ type: 'WithdrawSignIn', on })
  .with('SIGN_IN_NOT_APPROVED');
the
  .accepts('that one whose approval was withdrawn asks again')
  .given(asked, approved, SignInWithdrawn({ personId, on }))
  .when(ask)
  .then(asked);

const letIn: IdentityCommand = { type: 'LetInInvited', personId, on };
the.accepts('one who comes by an invitation, without having asked').given().when(letIn).then(approved);
the.accepts('one who waits, by an invitation').given(asked).when(letIn).then(approved);
the
  .accepts('one who was refused on the same day, by an invitation')
  .given(asked, SignInRefused({ on }))
  .when(letIn)
  .then(approved);
the.accepts('the same invitation again, which changes nothing').given(approved).when(letIn).then();
the
  .refuses('one who signs in as another person, by an invitation')
  .given(approved)
  .when({ type: 'LetInInvited', personId: other, on })
  .with({ rule: 'SIGN_IN_APPROVED_FOR_ANOTHER', at: 'personId' });

// After a merger a stream has the events of two municipalities, one after the other.
const approvedAsOther = SignInApproved({ personId: other, on });
the
  .accepts('after a merger, one who was let in by the first municipality and waited in the second')
  .given(asked, approved, asked)
  .when(ask)
  .then();
the
  .accepts('after a merger, one who was let in by the first municipality and refused in the second')
  .given(asked, approved, asked, SignInRefused({ on }))
  .when(approve)
  .then();
the
  .accepts('after a merger, one who waited in the first municipality and was let in by the second')
  .given(asked, asked, approved)
  .when(ask)
  .then();
the
  .accepts('after a merger, that the approval of the first municipality is withdrawn, whoever they were in the second')
  .given(asked, approved, asked, approvedAsOther)
  .when({ type: 'WithdrawSignIn', on: tomorrow })
  .then(SignInWithdrawn({ personId, on: tomorrow }));
the
  .accepts('after a merger, one whose approval by the second municipality alone was withdrawn')
  .given(asked, approved, asked, approvedAsOther, SignInWithdrawn({ personId: other, on }))
  .when(approve)
  .then();
