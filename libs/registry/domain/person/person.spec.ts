import { ServiceId, ServiceUnitId, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { PersonChanged, PersonPhoneSet, type PersonDetails } from '../../contract/index.js';
import type { EndRole, GiveRole, PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import {
  coordinator,
  day,
  demo,
  end,
  ended,
  given,
  held,
  nowhere,
  personId,
  registered,
  revoked,
  role,
  roleIdOf,
} from './person.examples.js';

const other = UnitId.parse('310000019');
const serviceId = ServiceId.parse('018f0c5e-0000-7000-8000-00000000000a');
const serviceUnitId = ServiceUnitId.parse('018f0c5e-0000-7000-8000-00000000000b');

const register = (details = demo): PersonCommand => ({ type: 'RegisterPerson', personId, ...details });
const change = (details: Partial<PersonDetails> = {}): PersonCommand => ({ type: 'ChangePerson', ...demo, ...details });
const phone = (number: string | null): PersonCommand => ({ type: 'SetPhone', phone: number });
const give = (n: number, from: string, to: string | null, at: Partial<GiveRole> = {}): GiveRole => ({
  type: 'GiveRole',
  placeIsOpen: true,
  ...role(n, from, to, at),
});

const a = specification('a person', person);

a.accepts('being registered').given().when(register()).then(registered);
a.accepts('being registered again as they are, which changes nothing').given(registered).when(register()).then();
a.refuses('to be registered again as another')
  .given(registered)
  .when(register({ ...demo, name: 'Person To' }))
  .with('PERSON_ALREADY_REGISTERED');
a.accepts('another title')
  .given(registered)
  .when(change({ title: 'styrer' }))
  .then(PersonChanged({ ...demo, title: 'styrer' }));
a.accepts('what is known already, which changes nothing').given(registered).when(change()).then();
a.refuses('to change before they are registered').given().when(change()).with('NOT_FOUND');

a.accepts('a telephone number')
  .given(registered)
  .when(phone('91234567'))
  .then(PersonPhoneSet({ phone: '91234567' }));
a.accepts('the number they have, which changes nothing')
  .given(registered, PersonPhoneSet({ phone: '91234567' }))
  .when(phone('91234567'))
  .then();
a.accepts('that there is no number any more')
  .given(registered, PersonPhoneSet({ phone: '91234567' }))
  .when(phone(null))
  .then(PersonPhoneSet({ phone: null }));
a.refuses('a number before they are registered').given().when(phone('91234567')).with('NOT_FOUND');

a.accepts('a role at a unit')
  .given(registered)
  .when(give(1, '2026-08-01', null))
  .then(given(1, '2026-08-01', null));
a.accepts('a role in the whole municipality')
  .given(registered)
  .when(give(1, '2026-08-01', null, { role: 'coordinator', ...nowhere }))
  .then(given(1, '2026-08-01', null, { role: 'coordinator', ...nowhere }));
a.accepts('the role they have from the same day, which changes nothing')
  .given(registered, given(1, '2026-08-01', null))
  .when(give(2, '2026-08-01', null))
  .then();
a.accepts('the same role again from the day after it ended')
  .given(registered, given(1, '2025-08-01', '2026-07-31'))
  .when(give(2, '2026-08-01', null))
  .then(given(2, '2026-08-01', null));
a.accepts('the same role at another unit at the same time')
  .given(registered, given(1, '2026-08-01', null))
  .when(give(2, '2026-08-01', null, { unitId: other }))
  .then(given(2, '2026-08-01', null, { unitId: other }));
a.refuses('the same role at the same place on a day they hold it')
  .given(registered, given(1, '2025-08-01', '2026-08-01'))
  .when(give(2, '2026-08-01', null))
  .with({ rule: 'ROLE_OVERLAPS', at: 'from' });
a.accepts('a role for one day')
  .given(registered)
  .when(give(1, '2026-08-01', '2026-08-01'))
  .then(given(1, '2026-08-01', '2026-08-01'));
a.refuses('a role that ends before it begins')
  .given(registered)
  .when(give(1, '2026-08-01', '2026-07-31'))
  .with({ rule: 'ROLE_ENDS_BEFORE_IT_BEGINS', at: 'to' });
a.refuses('a role without its unit')
  .given(registered)
  .when(give(1, '2026-08-01', null, nowhere))
  .with({ rule: 'ROLE_PLACE_MISSING', at: 'unitId' });
a.refuses('a service’s role without its service')
  .given(registered)
  .when(give(1, '2026-08-01', null, { role: 'service-member', ...nowhere }))
  .with({ rule: 'ROLE_PLACE_MISSING', at: 'serviceId' });
a.refuses('to lead services without a service unit')
  .given(registered)
  .when(give(1, '2026-08-01', null, { role: 'service-unit-leader', ...nowhere }))
  .with({ rule: 'ROLE_PLACE_MISSING', at: 'serviceUnitId' });
a.refuses('a unit for a role in the whole municipality')
  .given(registered)
  .when(give(1, '2026-08-01', null, { role: 'coordinator' }))
  .with({ rule: 'ROLE_PLACE_NOT_WANTED', at: 'unitId' });
a.refuses('two places for one role')
  .given(registered)
  .when(give(1, '2026-08-01', null, { serviceId }))
  .with({ rule: 'ROLE_PLACE_NOT_WANTED', at: 'serviceId' });
a.refuses('a place that is not there')
  .given(registered)
  .when(give(1, '2026-08-01', null, { placeIsOpen: false }))
  .with('ROLE_PLACE_UNKNOWN');
a.refuses('a role before they are registered')
  .given()
  .when(give(1, '2026-08-01', null, { ...nowhere, role: 'service-unit-leader', serviceUnitId }))
  .with('NOT_FOUND');

a.accepts('that a role ends')
  .given(registered, given(1, '2026-08-01', null))
  .when(end(1, '2026-12-31'))
  .then(ended(1, '2026-12-31'));
a.accepts('that a role ends on its first day')
  .given(registered, given(1, '2026-08-01', null))
  .when(end(1, '2026-08-01'))
  .then(ended(1, '2026-08-01'));
a.accepts('that a role ends when it ended, which changes nothing')
  .given(registered, given(1, '2026-08-01', '2026-12-31'))
  .when(end(1, '2026-12-31'))
  .then();
a.refuses('that a role ends before it began')
  .given(registered, given(1, '2026-08-01', null))
  .when(end(1, '2026-07-31'))
  .with({ rule: 'ROLE_ENDS_BEFORE_IT_BEGINS', at: 'on' });
a.refuses('that a role is made longer into the next one')
  .given(registered, given(1, '2025-08-01', '2026-07-31'), given(2, '2026-08-01', null))
  .when(end(1, '2026-08-01'))
  .with({ rule: 'ROLE_OVERLAPS', at: 'on' });
a.refuses('the end of a role they do not have').given(registered).when(end(1, '2026-12-31')).with('ROLE_UNKNOWN');
a.refuses('the end of a role before they are registered').given().when(end(1, '2026-12-31')).with('NOT_FOUND');

const alone = (what: string, others: EndRole['heldByOthers'], ...own: ReturnType<typeof given>[]) =>
  a
    .refuses(what)
    .given(registered, given(1, '2026-08-01', null, coordinator), ...own)
    .when(end(1, '2026-12-31', others))
    .with({ rule: 'LAST_COORDINATOR', at: 'on' });

alone('to end the role of coordinator where nobody else holds it', []);
alone('to end it where another leaves before', [held('2026-08-01', '2026-12-31')]);
alone('to end it where another holds it for a while only', [held('2026-08-01', '2027-06-30')]);
alone('to end it where a day would be without', [held('2027-01-02', null)]);
for (const others of [
  [held('2026-08-01', null)],
  [held('2027-01-01', null)],
  [held('2026-08-01', '2027-06-30'), held('2027-07-01', null)],
])
  a.accepts(`to end it where others hold it from then on: ${others.map(({ from }) => from).join(', ')}`)
    .given(registered, given(1, '2026-08-01', null, coordinator))
    .when(end(1, '2026-12-31', others))
    .then(ended(1, '2026-12-31'));
a.accepts('to hold it longer than was said, though nobody else does')
  .given(registered, given(1, '2026-08-01', '2026-12-31', coordinator))
  .when(end(1, '2027-06-30'))
  .then(ended(1, '2027-06-30'));

const revoke = (n: number, today: string, heldByOthers: EndRole['heldByOthers'] = []): PersonCommand => ({
  type: 'RevokeRole',
  roleId: roleIdOf(n),
  today: day(today),
  heldByOthers,
});

a.accepts('that a role is revoked: it is held no longer from that day on')
  .given(registered, given(1, '2026-08-01', null))
  .when(revoke(1, '2026-11-30'))
  .then(revoked(1, '2026-11-30'));
a.accepts('that a role is revoked whose last day was to come')
  .given(registered, given(1, '2026-08-01', '2026-12-31'))
  .when(revoke(1, '2026-11-30'))
  .then(revoked(1, '2026-11-30'));
a.accepts('that a role is revoked on its last day')
  .given(registered, given(1, '2026-08-01', '2026-11-30'))
  .when(revoke(1, '2026-11-30'))
  .then(revoked(1, '2026-11-30'));
a.accepts('that a role is revoked which has not begun')
  .given(registered, given(1, '2027-01-01', null))
  .when(revoke(1, '2026-11-30'))
  .then(revoked(1, '2026-11-30'));
a.accepts('revoking a role that has ended, which changes nothing')
  .given(registered, given(1, '2026-08-01', '2026-11-29'))
  .when(revoke(1, '2026-11-30'))
  .then();
a.accepts('revoking a role again, which changes nothing')
  .given(registered, given(1, '2026-08-01', null), revoked(1, '2026-11-30'))
  .when(revoke(1, '2026-11-30'))
  .then();
a.accepts('that a role is given anew on the day on which it began and was revoked')
  .given(registered, given(1, '2026-11-30', null), revoked(1, '2026-11-30'))
  .when(give(2, '2026-11-30', null))
  .then(given(2, '2026-11-30', null));
a.refuses('that a role is revoked which they do not have')
  .given(registered)
  .when(revoke(1, '2026-11-30'))
  .with('ROLE_UNKNOWN');
a.refuses('that the only coordinator’s role is revoked')
  .given(registered, given(1, '2026-08-01', null, coordinator))
  .when(revoke(1, '2026-11-30', [held('2026-12-01', null)]))
  .with('LAST_COORDINATOR');
a.accepts('that a coordinator’s role is revoked where another is coordinator today')
  .given(registered, given(1, '2026-08-01', null, coordinator))
  .when(revoke(1, '2026-11-30', [held('2026-08-01', null)]))
  .then(revoked(1, '2026-11-30'));
