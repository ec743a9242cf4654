import { CalendarDate, ServiceId, ServiceUnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  ServiceCapacitySet,
  ServiceChanged,
  ServiceClosed,
  ServiceClosureWithdrawn,
  ServiceRegistered,
  ServiceReopened,
  type ServiceDetails,
  type ServiceEvent,
} from '../../contract/index.js';
import { withToday } from '../dated-commands.js';
import type { ServiceCommand } from './service.commands.js';
import { service, type ServiceRule } from './service.decider.js';
import type { Service } from './service.state.js';

const serviceId = ServiceId.parse('018f0c5e-0000-7000-8000-00000000000a');
const bfe = ServiceUnitId.parse('018f0c5e-0000-7000-8000-00000000000b');
const ppt: ServiceDetails = { name: 'PPT', kind: 'ppt', serviceUnitId: bfe };
const barnevern: ServiceDetails = { name: 'Barnevernstjenesten', kind: 'child-welfare', serviceUnitId: null };
const on = CalendarDate.parse('2026-12-31');
const later = CalendarDate.parse('2027-01-31');

const register = (details = ppt, serviceUnitIsOpen = true): ServiceCommand => ({
  type: 'RegisterService',
  serviceId,
  details,
  serviceUnitIsOpen,
});
const change = (details: ServiceDetails, serviceUnitIsOpen = true): ServiceCommand => ({
  type: 'ChangeService',
  details,
  serviceUnitIsOpen,
});
const close = (day = on): ServiceCommand => ({ type: 'CloseService', on: day });
const registered = (details = ppt) => ServiceRegistered({ serviceId, ...details });
const closed = ServiceClosed({ on });

const withdraw: ServiceCommand = { type: 'WithdrawServiceClosure' };
const reopen = (day: string): ServiceCommand => ({ type: 'ReopenService', on: CalendarDate.parse(day) });
const reopened = (day: string) => ServiceReopened({ on: CalendarDate.parse(day) });

const onDay = (today: string) =>
  withToday<Service, ServiceCommand, ServiceEvent, ServiceRule>(service, () => CalendarDate.parse(today));
/** A day before the closing day in the examples below. */
const a = specification('a service', onDay('2026-10-01'));
/** A day after it. */
const closedService = specification('a service that has closed', onDay('2027-03-01'));

a.accepts('being registered under a service unit').given().when(register()).then(registered());
a.accepts('being registered outside any service unit (R9)')
  .given()
  .when(register(barnevern))
  .then(registered(barnevern));
a.accepts('being registered again as it is, which changes nothing').given(registered()).when(register()).then();
a.refuses('to be registered again as something else')
  .given(registered())
  .when(register(barnevern))
  .with('SERVICE_ALREADY_REGISTERED');
a.refuses('a service unit that is not there')
  .given()
  .when(register(ppt, false))
  .with({ rule: 'SERVICE_UNIT_NOT_AVAILABLE', at: 'serviceUnitId' });

a.accepts('another name')
  .given(registered())
  .when(change({ ...ppt, name: 'PP-tjenesten' }))
  .then(ServiceChanged({ ...ppt, name: 'PP-tjenesten' }));
a.accepts('another name while its service unit is closed')
  .given(registered())
  .when(change({ ...ppt, name: 'PP' }, false))
  .then(ServiceChanged({ ...ppt, name: 'PP' }));
a.accepts('what it is, which changes nothing').given(registered()).when(change(ppt)).then();
a.refuses('to move to a service unit that is not there')
  .given(registered(barnevern))
  .when(change(ppt, false))
  .with('SERVICE_UNIT_NOT_AVAILABLE');
closedService
  .refuses('to change when it is closed')
  .given(registered(), closed)
  .when(change(barnevern))
  .with('SERVICE_CLOSED');
a.refuses('to change before it is registered').given().when(change(ppt)).with('NOT_FOUND');

const capacity = (meetingsPerWeek: number | null): ServiceCommand => ({ type: 'SetServiceCapacity', meetingsPerWeek });
const set = (meetingsPerWeek: number | null) => ServiceCapacitySet({ meetingsPerWeek });
a.accepts('how many meetings a week it can attend').given(registered()).when(capacity(12)).then(set(12));
a.accepts('the same capacity again, which changes nothing').given(registered(), set(12)).when(capacity(12)).then();
a.accepts('that its members tell what it can').given(registered(), set(12)).when(capacity(null)).then(set(null));
closedService
  .refuses('a capacity when it is closed')
  .given(registered(), closed)
  .when(capacity(12))
  .with('SERVICE_CLOSED');
a.refuses('a capacity before it is registered').given().when(capacity(12)).with('NOT_FOUND');

a.accepts('being closed').given(registered()).when(close()).then(closed);
a.accepts('being closed on the day it closed, which changes nothing').given(registered(), closed).when(close()).then();
closedService.refuses('to be closed twice').given(registered(), closed).when(close(later)).with('SERVICE_CLOSED');
a.refuses('to be closed before it is registered').given().when(close()).with('NOT_FOUND');

a.accepts('to change until an announced closure begins')
  .given(registered(), closed)
  .when(change(barnevern))
  .then(ServiceChanged(barnevern));
a.accepts('another day for an announced closure')
  .given(registered(), closed)
  .when(close(later))
  .then(ServiceClosed({ on: later }));
a.accepts('that an announced closure is withdrawn')
  .given(registered(), closed)
  .when(withdraw)
  .then(ServiceClosureWithdrawn({}));
closedService
  .refuses('to have a closure withdrawn that has begun')
  .given(registered(), closed)
  .when(withdraw)
  .with('SERVICE_CLOSURE_BEGUN');
closedService
  .accepts('being reopened')
  .given(registered(), closed)
  .when(reopen('2027-08-01'))
  .then(reopened('2027-08-01'));
closedService
  .refuses('to be reopened before it closed')
  .given(registered(), closed)
  .when(reopen('2026-12-30'))
  .with('SERVICE_REOPENED_BEFORE_CLOSED');
closedService
  .accepts('a change after it was reopened')
  .given(registered(), closed, reopened('2027-02-01'))
  .when(change(barnevern))
  .then(ServiceChanged(barnevern));
closedService
  .refuses('to be closed before it was reopened')
  .given(registered(), closed, reopened('2027-02-01'))
  .when(close(later))
  .with('SERVICE_CLOSED_BEFORE_REOPENED');
