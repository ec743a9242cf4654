import { CalendarDate, PersonId, stableId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { CoordinatorEndReleased, CoordinatorEndReserved } from '../../contract/index.js';
import type { ReserveEnd } from './coordinators.commands.js';
import { coordinators } from './coordinators.decider.js';

const day = (text: string) => CalendarDate.parse(text);
const roleId = (n: number) => stableId('role', n);
const personId = PersonId.parse(stableId('person'));
const [now, until, later] = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:00:30.000Z', '2026-11-22T08:00:31.000Z'];
const held = (n: number, to: string | null = null) => ({
  roleId: roleId(n),
  from: day('2026-08-01'),
  to: to === null ? null : day(to),
});
const reserve = (n: number, on: string, others: ReserveEnd['others'], at = now): ReserveEnd => ({
  type: 'ReserveEnd',
  personId,
  roleId: roleId(n),
  on: day(on),
  others,
  now: at,
  until,
});
const reserved = (n: number, on: string) => CoordinatorEndReserved({ personId, roleId: roleId(n), on: day(on), until });

const the = specification('the coordinators of a municipality', coordinators);

the
  .accepts('that a role ends while another coordinator has the role after that day')
  .given()
  .when(reserve(1, '2026-11-30', [held(2)]))
  .then(reserved(1, '2026-11-30'));
the
  .refuses('that the only coordinator’s role ends')
  .given()
  .when(reserve(1, '2026-11-30', []))
  .with({
    rule: 'LAST_COORDINATOR',
    at: 'on',
  });
the
  .refuses('that the second role ends while the end of the first is reserved')
  .given(reserved(1, '2026-11-30'))
  .when(reserve(2, '2026-11-30', [held(1)]))
  .with({ rule: 'LAST_COORDINATOR', at: 'on' });
the
  .accepts('that the second role ends after the reservation of the first was released')
  .given(reserved(1, '2026-11-30'), CoordinatorEndReleased({ roleId: roleId(1) }))
  .when(reserve(2, '2026-11-30', [held(1)]))
  .then(reserved(2, '2026-11-30'));
the
  .accepts('that another role ends after the reservation of the first has expired')
  .given(reserved(1, '2026-11-30'))
  .when(reserve(2, '2026-11-30', [held(1)], later))
  .then(reserved(2, '2026-11-30'));
the
  .refuses('that the last role ends after the others have ended')
  .given(reserved(1, '2026-11-30'))
  .when(reserve(2, '2026-12-31', [held(1, '2026-11-30')], later))
  .with({ rule: 'LAST_COORDINATOR', at: 'on' });
the
  .accepts('that a reservation is released, once')
  .given(reserved(1, '2026-11-30'))
  .when({ type: 'ReleaseEnd', roleId: roleId(1) })
  .then(CoordinatorEndReleased({ roleId: roleId(1) }));
the
  .accepts('a release without a reservation, which changes nothing')
  .given()
  .when({ type: 'ReleaseEnd', roleId: roleId(1) })
  .then();
