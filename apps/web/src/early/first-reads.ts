import { schoolYearOf } from '../words/school-years.js';
import { may, SERVICES, SERVICE_UNITS, UNITS, type FirstReads } from './first-reads/first-read.js';
import { ofMeeting } from './first-reads/of-meeting.js';
import { ofStart } from './first-reads/of-start.js';
import { ofIndicator, ofStatistics } from './first-reads/of-statistics.js';

/**
 * Reads of the page at a route, without a query string, beside those that follow from its source alone: they have a
 * query, belong to a part of the page, or depend on who asks. On a first visit they are sent as soon as the session is
 * known, while the scripts are still on their way. `first-reads.spec.ts` of the journeys finds one that the page does not
 * ask for.
 */
export const FIRST_READS: ReadonlyMap<string, FirstReads> = new Map(
  Object.entries<FirstReads>({
    '/': ofStart,
    '/oppfolging': () => ['/api/board?page=1&size=200&sort=needs'],
    '/oppfolging/ring': () => ['/api/follow-up?page=1&size=25'],
    '/oppfolging/over-frist': () => ['/api/follow-up?page=1&about=overdue&size=25'],
    '/oppfolging/uten-ansvarlig': () => ['/api/orphans?page=1&size=50'],
    '/oppfolging/avtaler': ({ today }) => [`/api/agreements?schoolYear=${schoolYearOf(today)}&page=1&size=100`],
    '/oppfolging/varsler': () => ['/api/alerts/told?list=mine&page=1&size=50'],
    '/moter': () => [
      '/api/meetings?awaits=protocol&when=past&order=latest&size=20',
      '/api/meetings?when=past&awaits=nothing&order=latest&page=1&size=20',
      '/api/units?size=200',
    ],
    '/moter/:meetingId': ofMeeting,
    '/enheter': () => [UNITS],
    '/enheter/:unitId': (visitor, id) => [
      `/api/units/${id}/overview`,
      may(visitor, 'registry.manage') && `/api/units/${id}`,
      `/api/actions?unit=${id}&status=open&size=20`,
      `/api/units/${id}/school-years/${schoolYearOf(visitor.today)}/agreement`,
    ],
    '/personer': () => ['/api/people?page=1&size=50&active=true', UNITS, SERVICES, SERVICE_UNITS],
    '/personer/:personId': (visitor, id) => [
      `/api/actions?owner=${id}&status=open&size=20`,
      may(visitor, 'mail.manage') && `/api/people/${id}/digests?size=5`,
    ],
    '/tjenester/:serviceId': (_, id) => [
      SERVICES,
      `/api/attendance/${id}?size=1`,
      `/api/actions?ownerService=${id}&status=open&page=1&size=20`,
      `/api/attendance/${id}?page=1&size=20`,
    ],
    '/tjenester/:serviceId/enheter': (visitor, id) => [
      SERVICES,
      UNITS,
      may(visitor, 'registry.manage') && `/api/people?serviceId=${id}&size=200`,
    ],
    '/virksomheter/:serviceUnitId': () => [SERVICE_UNITS, SERVICES, '/api/people?role=service-unit-leader&size=200'],
    '/arsplan': (visitor, _, __, query) => [
      may(visitor, 'plan.propose') &&
        !query.has('regel') &&
        `/api/school-years/${Number(query.get('ar')) || schoolYearOf(visitor.today)}/proposals`,
    ],
    '/statistikk': ofStatistics,
    '/statistikk/:indicator': ofIndicator,
    '/oppsummering': () => ['/api/digests?page=1&size=20'],
  }),
);

/** Pages whose entry looks at the query string. The other entries are for an address without one. */
export const WITH_QUERY: ReadonlySet<string> = new Set(['/arsplan']);
