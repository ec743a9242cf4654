import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName, Place } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

// The agreement of a unit's school year (R22), from the first proposal to the second version.

type Json = Readonly<Record<string, unknown>>;
let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-05T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

/** Position of the latest command, which every later question waits for. */
let after = '';
async function ask(who: AskerName, method: string, path: string, body?: unknown) {
  const query = method === 'GET' && after !== '' ? `${path.includes('?') ? '&' : '?'}after=${after}` : '';
  const response = await fetch(`${api.url}/api/${path}${query}`, {
    method,
    headers: {
      cookie: await api.cookie(NUMBER, personOf(who)),
      'content-type': 'application/json',
      'accept-language': 'nb',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Json;
  if (method !== 'GET' && typeof answer['position'] === 'string') after = answer['position'];
  return { status: response.status, answer };
}
const of = (place: Place) => `units/${UNIT[place]}/school-years/2026/agreement`;
const read = async (who: AskerName, place: Place = 'here') => (await ask(who, 'GET', of(place))).answer;
const propose = (who: AskerName, place: Place = 'here') => ask(who, 'POST', of(place));
const approve = (who: AskerName, party: 'unit' | 'services', version: number, place: Place = 'here') =>
  ask(who, 'POST', `${of(place)}/${party}-approval`, { version });
const assign = (place: Place, serviceId: string) =>
  ask('coordinator', 'PUT', `units/${UNIT[place]}/services/${serviceId}`, { contactId: null, mustAttend: true });
const countsFor = async (who: AskerName) => (await ask(who, 'GET', 'agreements?schoolYear=2026')).answer['counts'];

test('before there is one, the unit’s leader sees what it would say, and what it lacks', async () => {
  expect(await read('leaderHere')).toMatchObject({
    state: 'none',
    holds: null,
    versions: [],
    may: ['propose', 'approve-unit'],
    present: { dates: [{ on: '2026-11-10', startsAt: '12:00' }], members: [{ name: 'pptHere' }], services: [] },
  });
  const { status, answer } = await propose('leaderHere');
  expect([status, answer['detail']]).toEqual([409, expect.stringContaining('knytte tjenestene')]);
  expect(await countsFor('coordinator')).toEqual({ none: 2, waiting: 0, changed: 0, approved: 0 });
});

test('the unit’s leader proposes it, and the leader of the services approves what was proposed', async () => {
  expect((await assign('here', SERVICE.ppt)).status).toBe(200);
  expect((await assign('there', SERVICE.childWelfare)).status).toBe(200);
  await api.settled();
  expect((await propose('leaderHere')).status).toBe(200);
  expect(await read('bfeLeader')).toMatchObject({
    state: 'waiting',
    waitsFor: ['services'],
    may: ['approve-services'],
    versions: [{ version: 1, approvals: [{ party: 'unit', name: 'leaderHere', on: '2026-11-05' }] }],
  });
  expect(await approve('coordinator', 'services', 1)).toMatchObject({
    status: 409,
    answer: { detail: expect.stringContaining('Den som leder dem, godkjenner') },
  });
  expect((await approve('bfeLeader', 'services', 1)).status).toBe(200);
  expect(await read('coordinator')).toMatchObject({ state: 'approved', waitsFor: [], holds: 1, may: ['propose'] });
});

test('a change needs a new approval by both; until then the first version holds, and is kept', async () => {
  const participants = [{ personId: personOf('pptHere'), deputyId: personOf('nurseNowhere') }];
  const path = `units/${UNIT.here}/standing-participants`;
  expect((await ask('leaderHere', 'PUT', path, { participants })).status).toBe(200);
  expect(await read('leaderHere')).toMatchObject({
    state: 'changed',
    holds: 1,
    changes: { members: { added: [], removed: [], otherDeputy: ['pptHere'] } },
  });
  await api.settled();
  expect((await propose('coordinator')).status).toBe(200);
  expect(await approve('bfeLeader', 'services', 1)).toMatchObject({
    status: 409,
    answer: { detail: expect.stringContaining('foreslått på nytt') },
  });
  expect(await read('leaderHere')).toMatchObject({ state: 'waiting', waitsFor: ['unit', 'services'], holds: 1 });
  await approve('leaderHere', 'unit', 2);
  await approve('bfeLeader', 'services', 2);
  expect(await read('leaderHere')).toMatchObject({
    state: 'approved',
    holds: 2,
    versions: [
      { version: 2, content: { members: [{ deputyName: 'nurseNowhere' }] } },
      { version: 1, content: { members: [{ deputyName: null }] } },
    ],
  });
});

test('where none of the services has a leader, the coordinator approves for them, and nobody else', async () => {
  expect((await approve('coordinator', 'services', 1, 'there')).answer['detail']).toContain('Foreslå den først');
  expect((await propose('leaderThere', 'there')).status).toBe(200);
  expect((await approve('bfeLeader', 'services', 1, 'there')).status).toBe(409);
  expect(await read('coordinator', 'there')).toMatchObject({ may: ['propose', 'approve-services'] });
  expect((await approve('coordinator', 'services', 1, 'there')).status).toBe(200);
  expect(await countsFor('coordinator')).toEqual({ none: 0, waiting: 0, changed: 0, approved: 2 });
  expect(await countsFor('leaderHere')).toEqual({ none: 0, waiting: 0, changed: 0, approved: 1 });
});

test('another unit’s agreement cannot be told from none', async () => {
  const [one, none] = await Promise.all([
    ask('leaderThere', 'GET', of('here')),
    ask('leaderThere', 'GET', 'units/999999999/school-years/2026/agreement'),
  ]);
  expect([one.status, none.status]).toEqual([403, 403]);
});
