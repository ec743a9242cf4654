import { CalendarDate, ServiceUnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  ServiceUnitClosed,
  ServiceUnitClosureWithdrawn,
  ServiceUnitRegistered,
  ServiceUnitRenamed,
  ServiceUnitReopened,
  type ServiceUnitEvent,
} from '../../contract/index.js';
import { withToday } from '../dated-commands.js';
import type { ServiceUnitCommand } from './service-unit.commands.js';
import { serviceUnit, type ServiceUnitRule } from './service-unit.decider.js';
import type { ServiceUnit } from './service-unit.state.js';

const serviceUnitId = ServiceUnitId.parse('018f0c5e-0000-7000-8000-00000000000b');
const on = CalendarDate.parse('2026-12-31');
const later = CalendarDate.parse('2027-01-31');
const register = (name = 'BFE'): ServiceUnitCommand => ({ type: 'RegisterServiceUnit', serviceUnitId, name });
const rename = (name: string): ServiceUnitCommand => ({ type: 'RenameServiceUnit', name });
const close = (day = on, leadsOpenServices = false): ServiceUnitCommand => ({
  type: 'CloseServiceUnit',
  on: day,
  leadsOpenServices,
});
const registered = ServiceUnitRegistered({ serviceUnitId, name: 'BFE' });
const closed = ServiceUnitClosed({ on });

const withdraw: ServiceUnitCommand = { type: 'WithdrawServiceUnitClosure' };
const reopen = (day: string): ServiceUnitCommand => ({ type: 'ReopenServiceUnit', on: CalendarDate.parse(day) });

const onDay = (today: string) =>
  withToday<ServiceUnit, ServiceUnitCommand, ServiceUnitEvent, ServiceUnitRule>(serviceUnit, () =>
    CalendarDate.parse(today),
  );
/** A day before the closing day in the examples below. */
const a = specification('a service unit', onDay('2026-10-01'));
/** A day after it. */
const closedUnit = specification('a service unit that has closed', onDay('2027-03-01'));

a.accepts('being registered').given().when(register()).then(registered);
a.accepts('being registered again as it is, which changes nothing').given(registered).when(register()).then();
a.refuses('to be registered again as another')
  .given(registered)
  .when(register('Oppvekst'))
  .with('SERVICE_UNIT_ALREADY_REGISTERED');
a.accepts('another name')
  .given(registered)
  .when(rename('Oppvekst'))
  .then(ServiceUnitRenamed({ name: 'Oppvekst' }));
a.accepts('the name it has, which changes nothing').given(registered, closed).when(rename('BFE')).then();
closedUnit
  .refuses('another name when it is closed')
  .given(registered, closed)
  .when(rename('Oppvekst'))
  .with('SERVICE_UNIT_CLOSED');
a.refuses('a name before it is registered').given().when(rename('Oppvekst')).with('NOT_FOUND');
a.accepts('being closed').given(registered).when(close()).then(closed);
a.accepts('being closed on the day it closed, which changes nothing').given(registered, closed).when(close()).then();
closedUnit.refuses('to be closed twice').given(registered, closed).when(close(later)).with('SERVICE_UNIT_CLOSED');
a.refuses('to be closed while it leads services')
  .given(registered)
  .when(close(on, true))
  .with('SERVICE_UNIT_LEADS_SERVICES');
a.refuses('to be closed before it is registered').given().when(close()).with('NOT_FOUND');

a.accepts('another name until an announced closure begins')
  .given(registered, closed)
  .when(rename('Oppvekst'))
  .then(ServiceUnitRenamed({ name: 'Oppvekst' }));
a.accepts('another day for an announced closure')
  .given(registered, closed)
  .when(close(later))
  .then(ServiceUnitClosed({ on: later }));
a.accepts('that an announced closure is withdrawn')
  .given(registered, closed)
  .when(withdraw)
  .then(ServiceUnitClosureWithdrawn({}));
closedUnit
  .refuses('to have a closure withdrawn that has begun')
  .given(registered, closed)
  .when(withdraw)
  .with('SERVICE_UNIT_CLOSURE_BEGUN');
closedUnit
  .accepts('being reopened')
  .given(registered, closed)
  .when(reopen('2027-08-01'))
  .then(ServiceUnitReopened({ on: CalendarDate.parse('2027-08-01') }));
closedUnit
  .refuses('to be reopened before it closed')
  .given(registered, closed)
  .when(reopen('2026-12-30'))
  .with('SERVICE_UNIT_REOPENED_BEFORE_CLOSED');
closedUnit
  .refuses('to be closed on a day before it reopened')
  .given(registered, closed, ServiceUnitReopened({ on: CalendarDate.parse('2027-02-01') }))
  .when(close(later))
  .with({ rule: 'SERVICE_UNIT_CLOSED_BEFORE_REOPENED', at: 'on' });
