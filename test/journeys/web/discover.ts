/** Role by which a demo person is chosen to use a page. */
export type Persona =
  | 'coordinator'
  | 'service-unit-leader'
  | 'unit-leader'
  | 'meeting-chair'
  | 'service-member'
  | 'teacher'
  | 'director'
  | 'elected'
  | 'auditor';

/** Ids of items in a running demo, found through the API as the demo's people. */
export interface Discovered {
  readonly people: ReadonlyMap<Persona, string>;
  /** The unit leader's own unit, and another out of their reach. */
  readonly unit: string;
  readonly otherUnit: string;
  /** Meetings of that unit. `waiting` has been held, and its protocol is still a draft. */
  readonly meeting: { readonly planned: string; readonly waiting: string; readonly filed: string };
  /** A filed meeting of another unit. */
  readonly otherMeeting: string;
  /** `overdue` is the service member's own. */
  readonly action: { readonly overdue: string; readonly ended: string };
  /** A service of the service unit leader. */
  readonly service: string;
  readonly serviceUnit: string;
  /** The current school year: 2026 for 2026/27. */
  readonly schoolYear: number;
}

type Body = Record<string, unknown>;
type Ask = (path: string) => Promise<Body>;
const MUNICIPALITY = '9901';

/** Signs in at a running demo as one of its people; returns the cookie, `name=value`. */
export async function cookieAt(address: string, tenant: string, personId: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, municipality: tenant }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`Could not sign in as ${personId}: ${answer.status}`);
  return cookie;
}

/** The demo in the form that `seat` takes. */
export const demoAt = (address: string) => ({
  address,
  tenant: MUNICIPALITY,
  cookieOf: (tenant: string, personId: string) => cookieAt(address, tenant, personId),
});

/**
 * Finds items in a running demo. The unit leader's unit has a waiting protocol, and the service member has an overdue
 * action, so that every state can be opened by the person responsible.
 * @throws Error naming what the demo lacks
 */
export async function discover(address: string): Promise<Discovered> {
  const asker =
    (cookie: string): Ask =>
    async (path) => {
      const answer = await fetch(`${address}/api${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return (await answer.json()) as Body;
    };
  const { personas } = await asker('')('/session/personas');
  const people = new Map<Persona, string>();
  for (const { role, personId } of personas as { role: Persona; personId: string }[])
    if (!people.has(role)) people.set(role, personId);

  const coordinator = asker(await cookieAt(address, MUNICIPALITY, need(people.get('coordinator'), 'a coordinator')));
  const { today } = await coordinator('/session');
  const waiting = await meetingOf(coordinator, '?awaits=protocol&kind=ordinary&order=latest', 'a protocol that waits');
  const unit = need(waiting.unitIds[0], 'a unit of the meeting');
  const [leader] = items<{ personId: string }>(await coordinator(`/people?role=unit-leader&unitId=${unit}`));
  people.set('unit-leader', need(leader, 'a unit leader').personId);

  const units = items<{ unitId: string }>(await coordinator('/units'));
  const overdue = items<{ actionId: string; owner: { personId: string }; ownerService: unknown }>(
    await coordinator('/actions?overdue=true&size=50'),
  );
  const members = items<{ personId: string }>(await coordinator('/people?role=service-member&size=100'));
  // A person who has left may still own an action, and cannot sign in.
  const late = need(
    overdue.find(({ owner, ownerService }) => ownerService && members.some((it) => it.personId === owner.personId)),
    'an action of a service, over due',
  );
  people.set('service-member', late.owner.personId);
  const leaderOfServices = need(people.get('service-unit-leader'), 'a leader of services');
  const { services } = await asker(await cookieAt(address, MUNICIPALITY, leaderOfServices))('/services/workload');
  const [serviceUnit] = items<{ serviceUnitId: string }>(await coordinator('/service-units'));
  const filed = items<{ meetingId: string; unitIds: string[] }>(await coordinator('/protocols?size=50'));
  const [ended] = items<{ actionId: string }>(await coordinator('/actions?status=closed'));
  return {
    people,
    unit,
    otherUnit: need(
      units.find(({ unitId }) => unitId !== unit),
      'another unit',
    ).unitId,
    meeting: {
      waiting: waiting.meetingId,
      planned: (
        await meetingOf(coordinator, `?unitId=${unit}&from=${today as string}&order=oldest`, 'a planned meeting')
      ).meetingId,
      filed: (await meetingOf(coordinator, `?unitId=${unit}&state=filed&order=latest`, 'a filed meeting')).meetingId,
    },
    otherMeeting: need(
      filed.find(({ unitIds }) => !unitIds.includes(unit)),
      'a protocol of another unit',
    ).meetingId,
    action: { overdue: late.actionId, ended: need(ended, 'a closed action').actionId },
    service: need((services as { serviceId: string }[])[0], 'a service of the leader').serviceId,
    serviceUnit: need(serviceUnit, 'a service unit').serviceUnitId,
    schoolYear: Number((today as string).slice(0, 4)) - ((today as string).slice(5, 7) < '08' ? 1 : 0),
  };
}

const items = <T>(body: Body): readonly T[] => (body['items'] ?? []) as readonly T[];

async function meetingOf(ask: Ask, query: string, what: string) {
  const [first] = items<{ meetingId: string; unitIds: readonly string[] }>(await ask(`/meetings${query}`));
  return need(first, what);
}

function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The demo has no such thing: ${what}`);
  return found;
}
