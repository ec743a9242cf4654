import { specification } from '../../../platform/kernel/specification.js';
import type { EndRole, PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import { coordinator, day, ended, given, held, registered, revoked } from './person.examples.js';

const a = specification('a person', person);

const leave = (on: string, today: string, heldByOthers: EndRole['heldByOthers'] = []): PersonCommand => ({
  type: 'Leave',
  on: day(on),
  today: day(today),
  heldByOthers,
});
const teacher = { role: 'teacher' } as const;

a.accepts('that they leave: every role that lasts longer ends on that day')
  .given(registered, given(1, '2026-08-01', null), given(2, '2026-08-01', '2027-06-30', teacher))
  .when(leave('2026-12-31', '2026-11-30'))
  .then(ended(1, '2026-12-31'), ended(2, '2026-12-31'));
a.accepts('that they leave: a role that ends earlier, or has ended, stays as it is')
  .given(registered, given(1, '2026-08-01', '2026-10-31'), given(2, '2026-08-01', '2026-12-31', teacher))
  .when(leave('2026-12-31', '2026-11-30'))
  .then();
a.accepts('that they leave: a role that would begin later is withdrawn')
  .given(registered, given(1, '2026-08-01', null), given(2, '2027-01-01', null, teacher))
  .when(leave('2026-12-31', '2026-11-30'))
  .then(ended(1, '2026-12-31'), revoked(2, '2026-11-30'));
a.accepts('that they leave again on the same day, which changes nothing')
  .given(
    registered,
    given(1, '2026-08-01', null),
    given(2, '2027-01-01', null, teacher),
    ended(1, '2026-12-31'),
    revoked(2, '2026-11-30'),
  )
  .when(leave('2026-12-31', '2026-11-30'))
  .then();
a.accepts('that they left last week')
  .given(registered, given(1, '2026-08-01', null))
  .when(leave('2026-11-23', '2026-11-30'))
  .then(ended(1, '2026-11-23'));
a.refuses('that they left before the day on which a present role began')
  .given(registered, given(1, '2026-08-01', null), given(2, '2026-11-25', null, teacher))
  .when(leave('2026-11-23', '2026-11-30'))
  .with({ rule: 'ROLE_ENDS_BEFORE_IT_BEGINS', at: 'on' });
a.refuses('that the only coordinator leaves')
  .given(registered, given(1, '2026-08-01', null, coordinator))
  .when(leave('2026-12-31', '2026-11-30', [held('2026-08-01', '2026-12-31')]))
  .with({ rule: 'LAST_COORDINATOR', at: 'on' });
a.accepts('that a coordinator leaves where another is coordinator from the next day on')
  .given(registered, given(1, '2026-08-01', null, coordinator))
  .when(leave('2026-12-31', '2026-11-30', [held('2027-01-01', null)]))
  .then(ended(1, '2026-12-31'));
