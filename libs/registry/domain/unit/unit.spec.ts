import { specification } from '../../../platform/kernel/specification.js';
import { withToday } from '../dated-commands.js';
import type { UnitEvent } from '../../contract/index.js';
import type { UnitCommand } from './unit.commands.js';
import { unit, type UnitRule } from './unit.decider.js';
import type { Unit } from './unit.state.js';
import {
  assign,
  assigned,
  changeDetails,
  changeObligation,
  close,
  closed,
  closureWithdrawn,
  day,
  detailsChanged,
  host,
  kari,
  meetAt,
  meetsAt,
  obligationChanged,
  ola,
  register,
  registered,
  reopen,
  reopened,
  setStanding,
  standing,
  unassign,
  unassigned,
  unitId,
  withdrawClosure,
  withName,
} from './unit.examples.js';

const on = (today: string) => withToday<Unit, UnitCommand, UnitEvent, UnitRule>(unit, () => day(today));
/** A day before the closing day in the examples below. */
const a = specification('a unit', on('2026-10-01'));
/** A day after it. */
const closedUnit = specification('a unit that has closed', on('2027-03-01'));

a.accepts('being registered').given().when(register()).then(registered());
a.accepts('being registered as exempt, with a reason')
  .given()
  .when(register({ obligation: { obliged: false, reason: 'Ombygging' } }))
  .then(registered({}, { obliged: false, reason: 'Ombygging' }));
a.accepts('being registered as an open kindergarten, which is exempt as a kind')
  .given()
  .when(register({ details: withName('Vårsol åpen barnehage', 'kindergarten') }))
  .then(
    registered({ name: 'Vårsol åpen barnehage', kind: 'kindergarten' }, { obliged: false, reason: 'Åpen barnehage' }),
  );
a.accepts('being registered again as it is, which changes nothing').given(registered()).when(register()).then();
a.refuses('to be registered again as something else')
  .given(registered())
  .when(register({ details: withName('Åsen skole') }))
  .with({ rule: 'UNIT_ALREADY_REGISTERED', at: 'unitId' });
a.refuses('to be registered in a municipality that is not')
  .given()
  .when(register({ municipalityIsRegistered: false }))
  .with('MUNICIPALITY_NOT_REGISTERED');
a.refuses('to be registered as exempt without a reason')
  .given()
  .when(register({ obligation: { obliged: false, reason: null } }))
  .with({ rule: 'EXEMPTION_WITHOUT_REASON', at: 'obligation.reason' });

a.accepts('other details')
  .given(registered())
  .when(changeDetails({ children: 119 }))
  .then(detailsChanged({ children: 119 }));
a.accepts('the details it has, which changes nothing').given(registered()).when(changeDetails()).then();
a.accepts('other details while it is closed')
  .given(registered(), closed())
  .when(changeDetails({ area: 'Nord' }))
  .then(detailsChanged({ area: 'Nord' }));
a.refuses('details before it is registered').given().when(changeDetails()).with('NOT_FOUND');

a.accepts('exemption from a day on')
  .given(registered())
  .when(changeObligation(false, '2026-10-01'))
  .then(obligationChanged(false, '2026-10-01'));
a.accepts('the obligation it has, which changes nothing')
  .given(registered())
  .when(changeObligation(true, '2026-10-01'))
  .then();
a.accepts('the exemption it has, which changes nothing')
  .given(registered(), obligationChanged(false, '2026-10-01'))
  .when(changeObligation(false, '2026-11-01'))
  .then();
a.accepts('that an exemption began earlier than was said')
  .given(registered(), obligationChanged(false, '2026-10-01'))
  .when(changeObligation(false, '2026-09-01'))
  .then(obligationChanged(false, '2026-09-01'));
a.accepts('that an exemption to come is called off')
  .given(registered(), obligationChanged(false, '2027-01-01'))
  .when(changeObligation(true, '2026-11-01'))
  .then(obligationChanged(true, '2026-11-01'));
a.refuses('exemption without a reason')
  .given(registered())
  .when(changeObligation(false, '2026-10-01', null))
  .with({ rule: 'EXEMPTION_WITHOUT_REASON', at: 'reason' });

a.accepts('meeting at another unit').given(registered()).when(meetAt(host)).then(meetsAt(host));
a.accepts('meeting where it meets, which changes nothing')
  .given(registered(), meetsAt(host))
  .when(meetAt(host, { on: '2026-10-01' }))
  .then();
a.accepts('meeting on its own again')
  .given(registered(), meetsAt(host))
  .when(meetAt(null, { on: '2027-01-01' }))
  .then(meetsAt(null, '2027-01-01'));
a.accepts('meeting on its own as it always has, which changes nothing').given(registered()).when(meetAt(null)).then();
a.refuses('to meet at itself')
  .given(registered())
  .when(meetAt(unitId))
  .with({ rule: 'HOST_IS_UNIT_ITSELF', at: 'hostUnitId' });
a.refuses('to meet at a unit that is not there')
  .given(registered())
  .when(meetAt(host, { host: 'unknown' }))
  .with('HOST_UNKNOWN');
a.refuses('to meet at a closed unit')
  .given(registered())
  .when(meetAt(host, { host: 'closed' }))
  .with('HOST_CLOSED');
a.refuses('to meet at a unit that meets elsewhere')
  .given(registered())
  .when(meetAt(host, { host: 'guest-elsewhere' }))
  .with('HOST_MEETS_ELSEWHERE');
a.refuses('to meet elsewhere while others meet there')
  .given(registered())
  .when(meetAt(host, { hostsOthers: true }))
  .with('UNIT_HOSTS_OTHERS');

a.accepts('being closed').given(registered()).when(close()).then(closed());
a.accepts('being closed on the day it closed, which changes nothing')
  .given(registered(), closed())
  .when(close())
  .then();
closedUnit
  .refuses('to be closed on another day than it was')
  .given(registered(), closed())
  .when(close('2026-12-01'))
  .with('UNIT_CLOSED');
closedUnit
  .accepts('being closed on the day it closed, which changes nothing')
  .given(registered(), closed())
  .when(close())
  .then();
a.accepts('another day for a closure that has not begun, earlier or later')
  .given(registered(), closed(), closed('2026-11-30'))
  .when(close('2027-07-31'))
  .then(closed('2027-07-31'));
a.accepts('that its last day is today')
  .given(registered(), closed())
  .when(close('2026-10-01'))
  .then(closed('2026-10-01'));
a.accepts('that an announced closure is withdrawn')
  .given(registered(), closed())
  .when(withdrawClosure())
  .then(closureWithdrawn());
a.accepts('that a closure is withdrawn again, which changes nothing')
  .given(registered(), closed(), closureWithdrawn())
  .when(withdrawClosure())
  .then();
a.accepts('being closed after a closure was withdrawn')
  .given(registered(), closed(), closureWithdrawn())
  .when(close())
  .then(closed());
closedUnit
  .refuses('to have a closure withdrawn that has begun')
  .given(registered(), closed())
  .when(withdrawClosure())
  .with('CLOSURE_BEGUN');
closedUnit
  .refuses('to be closed before it was reopened')
  .given(registered(), closed(), reopened('2027-02-01'))
  .when(close('2027-01-31'))
  .with({ rule: 'CLOSED_BEFORE_REGISTERED', at: 'on' });
closedUnit
  .accepts('another day on which it reopens')
  .given(registered(), closed(), reopened())
  .when(reopen('2027-09-01'))
  .then(reopened('2027-09-01'));
closedUnit
  .accepts('that it stays closed after all')
  .given(registered(), closed(), reopened())
  .when(close())
  .then(closed());
a.refuses('to be closed before it was registered')
  .given(registered())
  .when(close('2026-07-31'))
  .with({ rule: 'CLOSED_BEFORE_REGISTERED', at: 'on' });
a.accepts('being reopened').given(registered(), closed()).when(reopen()).then(reopened());
a.accepts('being reopened while it is open, which changes nothing').given(registered()).when(reopen()).then();
a.refuses('to be reopened before it closed')
  .given(registered(), closed())
  .when(reopen('2026-12-30'))
  .with({ rule: 'REOPENED_BEFORE_CLOSED', at: 'on' });
closedUnit
  .accepts('what an open unit does after it is reopened')
  .given(registered(), closed(), reopened('2027-02-01'))
  .when(assign())
  .then(assigned());

a.accepts('being served by a service').given(registered()).when(assign()).then(assigned());
a.accepts('that the service need not attend')
  .given(registered(), assigned())
  .when(assign({ mustAttend: false }))
  .then(assigned(false));
a.accepts('the service it has, which changes nothing')
  .given(registered(), assigned())
  .when(assign({ serviceIsOpen: false }))
  .then();
a.refuses('a service that is not there or is closed')
  .given(registered())
  .when(assign({ serviceIsOpen: false }))
  .with('SERVICE_NOT_AVAILABLE');
a.refuses('a contact who is not active')
  .given(registered())
  .when(assign({ contactIsActive: false }))
  .with({ rule: 'PERSON_NOT_ACTIVE', at: 'contactId' });
a.accepts('that a service no longer serves it').given(registered(), assigned()).when(unassign()).then(unassigned());
a.accepts('that a service it has not got no longer serves it, which changes nothing')
  .given(registered(), assigned(), unassigned())
  .when(unassign())
  .then();

const [alone, withDeputy] = [
  { personId: kari, deputyId: null },
  { personId: kari, deputyId: ola },
];
a.accepts('standing participants with a deputy')
  .given(registered())
  .when(setStanding([withDeputy]))
  .then(standing(withDeputy));
a.accepts('the participants it has, which changes nothing')
  .given(registered(), standing(alone))
  .when(setStanding([alone]))
  .then();
a.accepts('that nobody always takes part').given(registered(), standing(alone)).when(setStanding([])).then(standing());
a.refuses('a participant twice, one’s own deputy, and people who are not active, all at once')
  .given(registered())
  .when(setStanding([alone, { personId: kari, deputyId: kari }, { personId: ola, deputyId: null }], [kari]))
  .with(
    { rule: 'PARTICIPANT_TWICE', at: 'participants.1.personId' },
    { rule: 'DEPUTY_OF_ONESELF', at: 'participants.1.deputyId' },
    { rule: 'PERSON_NOT_ACTIVE', at: 'participants.2.personId' },
  );
a.refuses('a deputy who is not active')
  .given(registered())
  .when(setStanding([withDeputy], [kari]))
  .with({ rule: 'PERSON_NOT_ACTIVE', at: 'participants.0.deputyId' });

for (const command of [assign(), unassign(), setStanding([]), meetAt(host), changeObligation(false, '2027-01-01')])
  closedUnit
    .refuses(`${command.type} while it is closed`)
    .given(registered(), closed())
    .when(command)
    .with('UNIT_CLOSED');
for (const [command, event] of [
  [assign(), assigned()],
  [meetAt(host), meetsAt(host)],
  [changeObligation(false, '2026-12-31'), obligationChanged(false, '2026-12-31')],
] as const)
  a.accepts(`${command.type} until the last day of an announced closure`)
    .given(registered(), closed())
    .when(command)
    .then(event);
for (const command of [meetAt(host, { on: '2027-01-01' }), changeObligation(false, '2027-01-01')])
  a.refuses(`${command.type} from a day after an announced closure`)
    .given(registered(), closed())
    .when(command)
    .with('UNIT_CLOSED');
closedUnit
  .accepts('what is to hold from the day on which it reopens')
  .given(registered(), closed(), reopened())
  .when(changeObligation(false, '2027-08-01'))
  .then(obligationChanged(false, '2027-08-01'));
for (const command of [
  assign(),
  unassign(),
  setStanding([]),
  meetAt(host),
  changeObligation(false, '2027-01-01'),
  close(),
  reopen(),
])
  a.refuses(`${command.type} before it is registered`).given().when(command).with('NOT_FOUND');
