import { CalendarDate, PersonId, stableId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { EverybodySignedOut, SignedOutByOther } from '../../contract/index.js';
import { signOut } from './sign-out.decider.js';

const on = CalendarDate.parse('2026-11-30');
const personId = PersonId.parse(stableId('teacher'));
const signedOut = SignedOutByOther({ personId, on });

const the = specification('the record of sign-outs', signOut);

the.accepts('that a person is signed out').given().when({ type: 'SignOutPerson', personId, on }).then(signedOut);
the
  .accepts('that the person is signed out again, which is recorded too')
  .given(signedOut)
  .when({ type: 'SignOutPerson', personId, on })
  .then(signedOut);
the
  .accepts('that everybody is signed out, each time')
  .given(EverybodySignedOut({ on }))
  .when({ type: 'SignOutEverybody', on })
  .then(EverybodySignedOut({ on }));
