import { PersonId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { SubstituteRoleGiven } from '../../contract/index.js';
import type { GiveSubstituteRole } from './person.commands.js';
import { person } from './person.decider.js';
import { coordinator, day, end, ended, given, leader, registered, roleIdOf } from './person.examples.js';

const a = specification('a person', person);

const absentId = PersonId.parse('018f0c5e-0000-7000-8000-000000000002');
const standIn = (n: number, from: string, to: string) => ({
  ...leader,
  roleId: roleIdOf(n),
  from: day(from),
  to: day(to),
  standsInFor: absentId,
});
const substitute = (
  n: number,
  from: string,
  to: string,
  changes: Partial<GiveSubstituteRole> = {},
): GiveSubstituteRole => ({
  type: 'GiveSubstituteRole',
  ...standIn(n, from, to),
  heldByAbsent: [{ from: day('2024-08-01'), to: null }],
  isAbsent: false,
  ...changes,
});
const stoodIn = (...args: Parameters<typeof standIn>) => SubstituteRoleGiven(standIn(...args));

a.accepts('to stand in for somebody who holds the role on all those days')
  .given(registered)
  .when(substitute(1, '2026-11-02', '2026-11-30'))
  .then(stoodIn(1, '2026-11-02', '2026-11-30'));
a.accepts('to stand in for the same person in the same days again, which changes nothing')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'))
  .when(substitute(2, '2026-11-02', '2026-11-30'))
  .then();
a.accepts('that a substitution ends before its last day, as any role')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'))
  .when(end(1, '2026-11-10'))
  .then(ended(1, '2026-11-10'));
a.accepts('that the substitute of a coordinator stops, although nobody else is coordinator')
  .given(registered, SubstituteRoleGiven({ ...standIn(1, '2026-11-02', '2026-11-30'), ...coordinator }))
  .when(end(1, '2026-11-10'))
  .then(ended(1, '2026-11-10'));
a.refuses('to stand in for themselves')
  .given(registered)
  .when(substitute(1, '2026-11-02', '2026-11-30', { isAbsent: true }))
  .with('SUBSTITUTE_FOR_ONESELF');
a.refuses('to stand in on days on which the other does not hold the role')
  .given(registered)
  .when(
    substitute(1, '2026-11-02', '2026-11-30', { heldByAbsent: [{ from: day('2024-08-01'), to: day('2026-11-15') }] }),
  )
  .with('SUBSTITUTE_WITHOUT_ROLE');
a.refuses('a substitution that ends before it begins')
  .given(registered)
  .when(substitute(1, '2026-11-30', '2026-11-02'))
  .with({ rule: 'ROLE_ENDS_BEFORE_IT_BEGINS', at: 'to' });
a.refuses('to stand in in a role that they hold themselves on one of the days')
  .given(registered, given(1, '2026-11-20', null))
  .when(substitute(2, '2026-11-02', '2026-11-30'))
  .with({ rule: 'ROLE_OVERLAPS', at: 'from' });
a.refuses('to stand in before they are registered')
  .given()
  .when(substitute(1, '2026-11-02', '2026-11-30'))
  .with('NOT_FOUND');
