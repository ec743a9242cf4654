import { daysBefore, figures, holds, may, SERVICES, type First, type Visitor } from './first-read.js';

/** Days; older protocols are not waited for. */
const YEAR = 365;
const byMonth = (indicators: string, of: object = {}): string => figures({ ...of, indicators, by: 'month' });

/** The start page, whose parts depend on roles and rights. */
export function ofStart(visitor: Visitor): readonly First[] {
  const led = visitor.roles.flatMap(({ role, unitId }) =>
    unitId !== undefined && (role === 'unit-leader' || role === 'meeting-chair') ? [unitId] : [],
  );
  const services = visitor.roles.flatMap(({ role, serviceIds = [] }) =>
    role === 'service-unit-leader' ? serviceIds : [],
  );
  const leadsServices = holds(visitor, 'service-unit-leader');
  const isCoordinator = holds(visitor, 'coordinator');
  return [
    may(visitor, 'mail.receive') && '/api/digests?size=10',
    may(visitor, 'news.read') && '/api/news',
    may(visitor, 'registry.manage') && '/api/readiness',
    isCoordinator && '/api/start/coordinator',
    isCoordinator && '/api/mail/unreached?size=1',
    isCoordinator && may(visitor, 'registry.manage') && '/api/sign-ins/waiting',
    ...[...new Set(led)].flatMap((unitId) => [
      `/api/units/${unitId}/overview`,
      `/api/meetings?${new URLSearchParams({ unitId, awaits: 'protocol', from: daysBefore(visitor.today, YEAR), order: 'latest', size: '20' }).toString()}`,
      `/api/actions?unit=${unitId}&status=open&size=8`,
      byMonth('2,7,13,19', { unit: unitId }),
    ]),
    leadsServices && '/api/services/needs',
    leadsServices && '/api/services/workload',
    leadsServices && '/api/attendance',
    leadsServices && SERVICES,
    ...[...new Set(services)].map((service) => byMonth('12,13,19,22', { service })),
    (led.length > 0 || services.length > 0) && '/api/statistics',
    may(visitor, 'reminders.read') && '/api/reminders',
    holds(visitor, 'unit-leader', 'meeting-chair', 'service-unit-leader', 'service-member', 'teacher') &&
      '/api/alerts/told?list=mine&size=5',
  ];
}
