import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTION, BFE, NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

type Json = Readonly<Record<string, unknown>>;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

async function ask(method: string, path: string, body?: unknown) {
  const cookie = await api.cookie(NUMBER, personOf('coordinator'));
  const response = await fetch(`${api.url}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'accept-language': 'nb' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Json };
}
async function change(method: string, path: string, body?: unknown): Promise<void> {
  const { status, answer } = await ask(method, path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  await api.settled();
}
const read = async (path: string) => (await ask('GET', path)).answer;
const idsOf = (rows: unknown, key: string) => (rows as readonly Json[]).map((row) => row[key]);
/** The coordinator's view in three places. */
const orphans = async () => {
  const { items, total } = await read('orphans');
  const alerts = await read('alerts?kind=orphan&size=100');
  const start = await read('start/coordinator');
  expect([alerts.total, start.orphans]).toEqual([total, total]);
  return items as readonly Json[];
};

test('the preview of closing a service shows its people, its units and its actions', async () => {
  await change('PUT', `units/${UNIT.there}/services/${SERVICE.childWelfare}`, { contactId: null, mustAttend: false });
  expect(await read(`services/${SERVICE.childWelfare}/closing?on=2026-11-30`)).toMatchObject({
    actions: [{ actionId: ACTION.there }],
    roles: [{ personId: personOf('childWelfareThere') }],
    units: [{ unitId: UNIT.there }],
    services: [],
  });
  expect(await read(`services/${SERVICE.nurses}/closing?on=2026-11-30`)).toMatchObject({ actions: [], units: [] });
  expect((await ask('GET', `services/${BFE.replace(/.$/, '0')}/closing`)).status).toBe(404);
});

test('a service unit shows the services that it leads, and the role of its leader', async () => {
  const preview = await read(`service-units/${BFE}/closing?on=2026-11-30`);
  expect(idsOf(preview.services, 'serviceId')).toEqual(expect.arrayContaining([SERVICE.ppt]));
  expect(preview).toMatchObject({ roles: [{ personId: personOf('bfeLeader') }], units: [] });
});

test('the number of orphaned actions from the day after equals that of the preview', async () => {
  const ofService = await read(`services/${SERVICE.childWelfare}/closing?on=2026-11-30`);
  const ofUnit = await read(`units/${UNIT.here}/closing?on=2026-11-30`);
  await change('PUT', `services/${SERVICE.childWelfare}/closure`, { on: '2026-11-30' });
  await change('PUT', `units/${UNIT.here}/closure`, { on: '2026-11-30', reason: 'Slått sammen' });
  api.clock.set(new Date('2026-11-30T08:00:00Z'));
  expect(await orphans()).toEqual([]);
  api.clock.set(new Date('2026-12-01T08:00:00Z'));
  const named = [...idsOf(ofService.actions, 'actionId'), ...idsOf(ofUnit.actions, 'actionId')];
  const list = await orphans();
  expect(idsOf(list, 'actionId').toSorted()).toEqual(named.toSorted());
  expect(list.find(({ actionId }) => actionId === ACTION.there)).toMatchObject({
    why: 'workplace-closed',
    lastDay: '2026-11-30',
  });
  // The unit's page lists them until they are handed over.
  expect(idsOf((await read(`units/${UNIT.here}/closing?on=2026-11-30`)).actions, 'actionId')).toEqual([ACTION.here]);
});

test('an action leaves the list when a person at an open place has taken it over', async () => {
  await change('POST', `actions/${ACTION.here}/handover`, {
    to: personOf('leaderThere'),
    toServiceId: null,
    reason: null,
  });
  expect(await orphans()).toHaveLength(2);
  const cookie = await api.cookie(NUMBER, personOf('leaderThere'));
  const accepted = await fetch(`${api.url}/api/actions/${ACTION.here}/handover/acceptance`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(accepted.status).toBe(200);
  await api.settled();
  expect(idsOf(await orphans(), 'actionId')).toEqual([ACTION.there]);
});

test('a service that opens again has its actions again', async () => {
  await change('PUT', `services/${SERVICE.childWelfare}/reopening`, { on: '2026-12-01' });
  expect(await orphans()).toEqual([]);
});
