import { CalendarDate, ServiceUnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { ServiceUnitClosed, ServiceUnitRegistered, ServiceUnitRenamed } from '../../contract/index.js';
import type { ServiceUnitCommand } from './service-unit.commands.js';
import { serviceUnit } from './service-unit.decider.js';

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

const a = specification('a service unit', serviceUnit);

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
a.refuses('another name when it is closed')
  .given(registered, closed)
  .when(rename('Oppvekst'))
  .with('SERVICE_UNIT_CLOSED');
a.refuses('a name before it is registered').given().when(rename('Oppvekst')).with('NOT_FOUND');
a.accepts('being closed').given(registered).when(close()).then(closed);
a.accepts('being closed on the day it closed, which changes nothing').given(registered, closed).when(close()).then();
a.refuses('to be closed twice').given(registered, closed).when(close(later)).with('SERVICE_UNIT_CLOSED');
a.refuses('to be closed while it leads services')
  .given(registered)
  .when(close(on, true))
  .with('SERVICE_UNIT_LEADS_SERVICES');
a.refuses('to be closed before it is registered').given().when(close()).with('NOT_FOUND');
