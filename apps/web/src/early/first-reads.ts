import { schoolYearOf } from '../words/school-years.js';

/** The part of the session's answer that a page's first reads depend on. */
export interface Visitor {
  readonly personId: string;
  readonly today: string;
  readonly roles: readonly { readonly role: string; readonly unitId?: string }[];
  readonly rights: readonly { readonly right: string }[];
}

/** The answer to a read that has already been sent; undefined when it was refused or did not arrive. */
type AnswerTo = (address: string) => Promise<unknown>;

/** API addresses; `false` for what this visitor's page does not ask for. */
type FirstReads = (
  visitor: Visitor,
  id: string,
  answerTo: AnswerTo,
) => readonly (string | false)[] | Promise<readonly (string | false)[]>;

const may = ({ rights }: Visitor, right: string): boolean => rights.some((held) => held.right === right);
const holds = ({ roles }: Visitor, ...any: readonly string[]): boolean => roles.some(({ role }) => any.includes(role));

const UNITS = '/api/units?page=1&size=200';
const SERVICES = '/api/services?size=200';
const SERVICE_UNITS = '/api/service-units?size=200';

function ofStart(visitor: Visitor): readonly (string | false)[] {
  const led = visitor.roles.flatMap(({ role, unitId }) =>
    unitId !== undefined && (role === 'unit-leader' || role === 'meeting-chair') ? [unitId] : [],
  );
  const leadsServices = holds(visitor, 'service-unit-leader');
  return [
    may(visitor, 'mail.receive') && '/api/digests?size=10',
    may(visitor, 'news.read') && '/api/news',
    may(visitor, 'registry.manage') && '/api/readiness',
    may(visitor, 'reminders.read') && '/api/reminders',
    holds(visitor, 'unit-leader', 'meeting-chair', 'service-unit-leader', 'service-member', 'teacher') &&
      '/api/alerts/told?list=mine&size=5',
    holds(visitor, 'coordinator') && '/api/start/coordinator',
    ...[...new Set(led)].flatMap((unitId) => [
      `/api/units/${unitId}/overview`,
      `/api/actions?unit=${unitId}&status=open&size=8`,
    ]),
    leadsServices && '/api/services/workload',
    leadsServices && '/api/attendance',
    leadsServices && SERVICES,
  ];
}

/** A meeting's page asks for something else at each stage of the meeting. */
async function ofMeeting(visitor: Visitor, id: string, answerTo: AnswerTo): Promise<readonly (string | false)[]> {
  const meeting = (await answerTo(`/api/meetings/${id}`)) as { readonly state?: string } | undefined;
  if (meeting?.state === 'filed') return [`/api/meetings/${id}/protocol`, `/api/meetings/${id}/timeline`];
  return [meeting?.state === 'held' && may(visitor, 'protocol.write') && `/api/meetings/${id}/draft`];
}

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
    '/arsplan': (visitor) => [
      may(visitor, 'plan.propose') && `/api/school-years/${schoolYearOf(visitor.today)}/proposals`,
    ],
    '/enheter': () => [UNITS],
    '/enheter/:unitId': (visitor, id) => [
      `/api/units/${id}/overview`,
      may(visitor, 'registry.manage') && `/api/units/${id}`,
      `/api/actions?unit=${id}&status=open&size=20`,
    ],
    '/personer': () => ['/api/people?page=1&size=50&active=true', UNITS, SERVICES, SERVICE_UNITS],
    '/personer/:personId': (visitor, id) => [
      `/api/actions?owner=${id}&status=open&size=20`,
      may(visitor, 'mail.manage') && `/api/people/${id}/digests?size=5`,
    ],
    '/tjenester/:serviceId': (_, id) => [SERVICES, `/api/attendance/${id}?size=1`],
    '/tjenester/:serviceId/enheter': (visitor, id) => [
      SERVICES,
      UNITS,
      may(visitor, 'registry.manage') && `/api/people?serviceId=${id}&size=200`,
    ],
    '/virksomheter/:serviceUnitId': () => [SERVICE_UNITS, SERVICES, '/api/people?role=service-unit-leader&size=200'],
    '/oppsummering': () => ['/api/digests?page=1&size=20'],
  }),
);
