import { ownServices, ownUnits, startPartsOf, type StartPart } from '../../pages/start/start-parts.js';
import { daysBefore, figures, SERVICES, type First, type Visitor } from './first-read.js';

/** Days; older protocols are not waited for. */
const YEAR = 365;
const byMonth = (indicators: string, of: object = {}): string => figures({ ...of, indicators, by: 'month' });

/** Reads of the parts of the start page, first of those that the page waits for. */
const READS: Partial<Readonly<Record<StartPart, (visitor: Visitor) => readonly First[]>>> = {
  'new-digests': () => ['/api/digests?size=10'],
  news: () => ['/api/news'],
  'get-started': () => ['/api/readiness'],
  'follow-up': () => ['/api/start/coordinator', '/api/mail/unreached?size=1', '/api/sign-ins/waiting'],
  'own-units': (visitor) => [
    ...ownUnits(visitor).flatMap((unitId) => [
      `/api/units/${unitId}/overview`,
      `/api/meetings?${new URLSearchParams({ unitId, awaits: 'protocol', from: daysBefore(visitor.today, YEAR), order: 'latest', size: '20' }).toString()}`,
      `/api/actions?unit=${unitId}&status=open&size=8`,
      byMonth('2,7,13,19', { unit: unitId }),
    ]),
    '/api/statistics',
  ],
  'own-services': (visitor) => [
    '/api/services/needs',
    '/api/services/workload',
    '/api/attendance',
    SERVICES,
    ...ownServices(visitor).map((service) => byMonth('12,13,19,22', { service })),
    ownServices(visitor).length > 0 && '/api/statistics',
  ],
  reminders: () => ['/api/reminders'],
  'alerts-to-you': () => ['/api/alerts/told?list=mine&size=5'],
};

/** The start page, whose parts depend on rights and roles. */
export function ofStart(visitor: Visitor): readonly First[] {
  const shown = new Set<string>(startPartsOf(visitor));
  return Object.entries(READS).flatMap(([part, readsOf]) => (shown.has(part) ? readsOf(visitor) : []));
}
