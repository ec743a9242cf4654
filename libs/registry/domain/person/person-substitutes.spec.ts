import { PersonId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { SubstitutedRoleEnded, SubstituteRoleGiven, SubstitutionNoted } from '../../contract/index.js';
import type { EndSubstitution, GiveSubstituteRole, NoteSubstitution } from './person.commands.js';
import { person } from './person.decider.js';
import { coordinator, day, end, ended, given, held, leader, registered, revoked, roleIdOf } from './person.examples.js';

const a = specification('a person', person);

const chair = { ...leader, role: 'meeting-chair' } as const;
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

// On the stream of the person who is away.

const substituteId = PersonId.parse('018f0c5e-0000-7000-8000-000000000003');
const noted = (n: number, at: Partial<NoteSubstitution> = {}) =>
  SubstitutionNoted({ ...leader, ...at, roleId: roleIdOf(n), substituteId });
const note = (n: number, from: string, to: string): NoteSubstitution => ({
  type: 'NoteSubstitution',
  ...leader,
  roleId: roleIdOf(n),
  substituteId,
  from: day(from),
  to: day(to),
});
const roleEnded = (...substitutions: [n: number, ...held: ReturnType<typeof held>[]][]) =>
  SubstitutedRoleEnded({
    substitutions: substitutions.map(([n, ...periods]) => ({ substituteId, roleId: roleIdOf(n), held: periods })),
  });

a.accepts('that another stands in for them')
  .given(registered, given(1, '2024-08-01', null))
  .when(note(9, '2026-11-02', '2026-11-30'))
  .then(noted(9));
a.accepts('that the same substitution is noted again, which changes nothing')
  .given(registered, given(1, '2024-08-01', null), noted(9))
  .when(note(9, '2026-11-02', '2026-11-30'))
  .then();
a.accepts('a substitution for a role that ended before it was noted, and ends it')
  .given(registered, given(1, '2024-08-01', '2026-11-15'))
  .when(note(9, '2026-11-02', '2026-11-30'))
  .then(noted(9), roleEnded([9, held('2024-08-01', '2026-11-15')]));
a.accepts('the end of a role, and records with it the substitutions that it concerns')
  .given(registered, given(1, '2024-08-01', null), noted(8), noted(9))
  .when(end(1, '2026-11-15'))
  .then(
    ended(1, '2026-11-15'),
    roleEnded([8, held('2024-08-01', '2026-11-15')], [9, held('2024-08-01', '2026-11-15')]),
  );
a.accepts('the revocation of a role, and records the same')
  .given(registered, given(1, '2026-11-02', null), noted(9))
  .when({ type: 'RevokeRole', roleId: roleIdOf(1), today: day('2026-11-10'), heldByOthers: [] })
  .then(revoked(1, '2026-11-10'), roleEnded([9, held('2026-11-02', '2026-11-09')]));
a.accepts('to leave, and records the substitutions for every role')
  .given(registered, given(1, '2024-08-01', null), given(2, '2025-08-01', null, chair), noted(8), noted(9, chair))
  .when({ type: 'Leave', on: day('2026-11-15'), today: day('2026-11-10'), heldByOthers: [] })
  .then(
    ended(1, '2026-11-15'),
    ended(2, '2026-11-15'),
    roleEnded([8, held('2024-08-01', '2026-11-15')], [9, held('2025-08-01', '2026-11-15')]),
  );
a.accepts('the end of another role, which concerns no substitution')
  .given(registered, given(1, '2024-08-01', null), given(2, '2024-08-01', null, chair), noted(9))
  .when(end(2, '2026-11-15'))
  .then(ended(2, '2026-11-15'));
a.accepts('a later last day of a role, which ends no substitution')
  .given(registered, given(1, '2024-08-01', '2026-12-01'), noted(9))
  .when(end(1, '2026-12-15'))
  .then(ended(1, '2026-12-15'));

// On the stream of the substitute.

const endWithRole = (today: string, ...heldByAbsent: ReturnType<typeof held>[]): EndSubstitution => ({
  type: 'EndSubstitution',
  roleId: roleIdOf(1),
  heldByAbsent,
  today: day(today),
});

a.accepts('that a substitution ends with the role that it is for')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'))
  .when(endWithRole('2026-11-10', held('2024-08-01', '2026-11-15')))
  .then(ended(1, '2026-11-15'));
a.accepts('that a substitution ends at once for a role that is held on none of its days')
  .given(registered, stoodIn(1, '2026-11-20', '2026-11-30'))
  .when(endWithRole('2026-11-10', held('2024-08-01', '2026-11-15')))
  .then(revoked(1, '2026-11-10'));
a.accepts('that a substitution has ended already, which changes nothing')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'), ended(1, '2026-11-12'))
  .when(endWithRole('2026-11-10', held('2024-08-01', '2026-11-15')))
  .then();
a.accepts('that a revoked substitution has ended already, which changes nothing')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'), revoked(1, '2026-11-10'))
  .when(endWithRole('2026-11-10'))
  .then();
a.accepts('that a substitution was over before its role was found to have ended, and stays as it was')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'))
  .when(endWithRole('2026-12-01', held('2024-08-01', '2026-11-15')))
  .then();
a.accepts('a substitution that the role outlasts, which changes nothing')
  .given(registered, stoodIn(1, '2026-11-02', '2026-11-30'))
  .when(endWithRole('2026-11-10', held('2024-08-01', '2026-11-01'), held('2026-11-02', '2026-12-24')))
  .then();
a.refuses('to end a substitution that they do not have')
  .given(registered)
  .when(endWithRole('2026-11-10'))
  .with('ROLE_UNKNOWN');
