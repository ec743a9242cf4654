import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTION, MEETING, NUMBER, personOf, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

// Somebody is ill, and another stands in from Monday 23 November to Friday 4 December 2026 (ADR 0350).

type Json = Readonly<Record<string, unknown>>;
const PERIOD = { from: '2026-11-23', to: '2026-12-04' };

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-20T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

async function ask(who: AskerName, method: string, path: string, body?: unknown) {
  const response = await fetch(`${api.url}/api/${path}`, {
    method,
    headers: {
      cookie: await api.cookie(NUMBER, personOf(who)),
      'content-type': 'application/json',
      'accept-language': 'nb',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Json;
  return { status: response.status, answer };
}
const statusOf = async (who: AskerName, path: string) => (await ask(who, 'GET', path)).status;
interface ShownRole {
  readonly roleId: string;
  readonly from: string;
  readonly to: string | null;
  readonly absentName: string | null;
  readonly substitutes: readonly Json[];
}
const rolesOf = async (who: AskerName) =>
  (await ask('coordinator', 'GET', `people/${personOf(who)}`)).answer['roles'] as readonly ShownRole[];
async function standIn(substitute: AskerName, absent: AskerName, period: object = PERIOD) {
  const [role] = await rolesOf(absent);
  const path = `people/${personOf(absent)}/roles/${role!.roleId}/substitutes`;
  const answer = await ask('coordinator', 'POST', path, { substituteId: personOf(substitute), ...period });
  await api.settled();
  return answer;
}
const on = (day: string) => api.clock.set(new Date(`${day}T08:00:00Z`));

test('the substitute of a unit’s leader leads the unit in those days only', async () => {
  expect((await standIn('nurseNowhere', 'leaderHere')).status).toBe(200);
  expect(await rolesOf('leaderHere')).toMatchObject([{ substitutes: [{ name: 'nurseNowhere', ...PERIOD }] }]);
  expect(await rolesOf('nurseNowhere')).toMatchObject([{ absentName: null }, { absentName: 'leaderHere' }]);
  const overview = `units/${UNIT.here}/overview`;
  expect(await statusOf('nurseNowhere', overview)).toBe(403);
  on('2026-11-23');
  expect(await statusOf('nurseNowhere', overview)).toBe(200);
  expect(await statusOf('nurseNowhere', `units/${UNIT.there}/overview`)).toBe(403);
  on('2026-12-04');
  expect(await statusOf('nurseNowhere', overview)).toBe(200);
  on('2026-12-05');
  expect(await statusOf('nurseNowhere', overview)).toBe(403);
  on('2026-11-20');
});

test('the substitute of an adviser reaches the adviser’s meetings and actions in those days only', async () => {
  expect((await standIn('teacherHere', 'childWelfareThere')).status).toBe(200);
  const paths = [`meetings/${MEETING.there}`, `meetings/${MEETING.there}/protocol`, `actions/${ACTION.there}`];
  // Refused, or answered as not found.
  const all = async () =>
    Promise.all(paths.map(async (path) => ((await statusOf('teacherHere', path)) === 200 ? 'served' : 'denied')));
  const listed = async () => {
    const { items } = (await ask('teacherHere', 'GET', 'meetings')).answer;
    return (items as readonly { meetingId: string }[]).map(({ meetingId }) => meetingId);
  };
  expect(await all()).toEqual(['denied', 'denied', 'denied']);
  expect(await listed()).not.toContain(MEETING.there);
  on('2026-11-24');
  expect(await all()).toEqual(['served', 'served', 'served']);
  expect(await listed()).toContain(MEETING.there);
  const { items: actions } = (await ask('teacherHere', 'GET', 'actions')).answer;
  expect((actions as readonly { actionId: string }[]).map(({ actionId }) => actionId)).toContain(ACTION.there);
  on('2026-12-05');
  expect(await all()).toEqual(['denied', 'denied', 'denied']);
  on('2026-11-20');
});

test('a substitute’s role ends with the role of the one who is away, at once, whatever the register shows', async () => {
  on('2026-11-23');
  const overview = `units/${UNIT.there}/overview`;
  expect((await standIn('nurseNowhere', 'leaderThere')).status).toBe(200);
  expect(await statusOf('nurseNowhere', overview)).toBe(200);
  const [role] = await rolesOf('leaderThere');
  const revoked = `people/${personOf('leaderThere')}/roles/${role!.roleId}/revoked`;
  expect((await ask('coordinator', 'PUT', revoked)).status).toBe(200);
  // Nothing has waited for a read model.
  expect(await statusOf('nurseNowhere', overview)).toBe(403);
  await api.settled();
  const stoodIn = (await rolesOf('nurseNowhere')).filter(({ absentName }) => absentName === 'leaderThere');
  expect(stoodIn).toMatchObject([{ from: '2026-11-23', to: '2026-11-22' }]);
  on('2026-11-20');
});

test('a substitution is shortened to the last day that is set for the role, and one that would begin later never begins', async () => {
  const absent = 'childWelfareThere';
  expect((await standIn('pptHere', absent, { from: '2026-11-30', to: '2026-12-11' })).status).toBe(200);
  expect((await standIn('pptHere', absent, { from: '2026-12-14', to: '2026-12-18' })).status).toBe(200);
  const [role] = await rolesOf(absent);
  const end = `people/${personOf(absent)}/roles/${role!.roleId}/end`;
  expect((await ask('coordinator', 'PUT', end, { on: '2026-12-02' })).status).toBe(200);
  await api.settled();
  const periods = (await rolesOf('pptHere')).flatMap(({ absentName, from, to }) =>
    absentName === absent ? [[from, to]] : [],
  );
  // It ends on the day before it was decided; recorded time never goes back, and the test before was on 23 November.
  expect(periods).toEqual([
    ['2026-11-30', '2026-12-02'],
    ['2026-12-14', '2026-11-22'],
  ]);
});

test('a substitution ends with the role also when neither was shown yet, and a process has ended in between', async () => {
  const [role] = await rolesOf('leaderHere');
  const path = `people/${personOf('leaderHere')}/roles/${role!.roleId}`;
  await api.freeze();
  const named = { substituteId: personOf('teacherThere'), ...PERIOD };
  expect((await ask('coordinator', 'POST', `${path}/substitutes`, named)).status).toBe(200);
  expect((await ask('coordinator', 'PUT', `${path}/end`, { on: '2026-11-30' })).status).toBe(200);
  api.resume();
  await api.settled();
  const stoodIn = (await rolesOf('teacherThere')).filter(({ absentName }) => absentName === 'leaderHere');
  expect(stoodIn).toMatchObject([{ from: '2026-11-23', to: '2026-11-30' }]);
});

test('a substitution that cannot be is refused with what to do', async () => {
  const detail = async (...args: Parameters<typeof standIn>) => (await standIn(...args)).answer['detail'];
  expect(await detail('leaderThere', 'leaderThere')).toContain('Velg en annen');
  expect(await detail('teacherThere', 'leaderThere', { from: '2020-01-01', to: '2020-12-31' })).toContain(
    'Velg datoer da rollen varer',
  );
  expect(await detail('teacherThere', 'leaderThere', { from: '2026-12-04', to: '2026-11-23' })).toContain(
    'Rett datoen',
  );
  // A substitute’s role has no substitute of its own.
  const [, held] = await rolesOf('nurseNowhere');
  const path = `people/${personOf('nurseNowhere')}/roles/${held!.roleId}/substitutes`;
  expect((await ask('coordinator', 'POST', path, { substituteId: personOf('pptHere'), ...PERIOD })).status).toBe(404);
});

test('a municipality does not rely on the substitute of a coordinator, whose role would end with the coordinator’s', async () => {
  on('2026-11-20');
  expect((await standIn('nurseNowhere', 'coordinator')).status).toBe(200);
  const place = { unitId: null, serviceId: null, serviceUnitId: null };
  const next = { role: 'coordinator', ...place, from: '2026-12-05', to: null };
  expect((await ask('coordinator', 'POST', `people/${personOf('teacherHere')}/roles`, next)).status).toBe(200);
  await api.settled();

  const [own] = await rolesOf('coordinator');
  const roles = `people/${personOf('coordinator')}/roles/${own!.roleId}`;
  const refused = { status: 409, answer: { detail: expect.stringContaining('uten koordinator') } };
  expect(await ask('coordinator', 'PUT', `${roles}/end`, { on: '2026-11-22' })).toMatchObject(refused);
  expect(
    await ask('coordinator', 'PUT', `people/${personOf('coordinator')}/leaving`, { on: '2026-11-22' }),
  ).toMatchObject(refused);

  const stoodIn = (await rolesOf('nurseNowhere')).find(({ absentName }) => absentName === 'coordinator')!;
  const end = `people/${personOf('nurseNowhere')}/roles/${stoodIn.roleId}/end`;
  expect((await ask('coordinator', 'PUT', end, { on: '2026-11-25' })).status).toBe(200);
});
