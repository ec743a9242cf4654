import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NUMBER, personOf, tellStory } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

type Json = Readonly<Record<string, unknown>>;
interface Coordinator {
  readonly personId: string;
  readonly roleId: string;
}

let api: RunningApi;
let beside: Awaited<ReturnType<RunningApi['startBeside']>>;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  beside = await api.startBeside();
  await api.settled();
}, 60_000);
afterAll(async () => {
  await beside.close();
  await api.close();
});

async function ask(method: string, path: string, body?: unknown, at = api.url) {
  const cookie = await api.cookie(NUMBER, personOf('coordinator'));
  const response = await fetch(`${at}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'accept-language': 'nb' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Json };
}
const nowhere = { unitId: null, serviceId: null, serviceUnitId: null };
const giveRole = (personId: string) =>
  ask('POST', `people/${personId}/roles`, { role: 'coordinator', ...nowhere, from: '2026-11-01', to: null });
const endRole = ({ personId, roleId }: Coordinator, at?: string) =>
  ask('PUT', `people/${personId}/roles/${roleId}/end`, { on: '2026-11-30' }, at);
async function coordinators(): Promise<readonly Coordinator[]> {
  await api.settled();
  const { items } = (await ask('GET', 'people?role=coordinator')).answer;
  return (items as readonly { personId: string; roles: readonly Json[] }[]).flatMap(({ personId, roles }) =>
    roles
      .filter(({ role, to }) => role === 'coordinator' && to === null)
      .map(({ roleId }) => ({ personId, roleId: String(roleId) })),
  );
}

test.each([
  [2, ['teacherHere']],
  [5, ['teacherThere', 'pptHere', 'nurseNowhere', 'leaderHere']],
] as const)(
  'of %i coordinators who end their roles concurrently, in two processes, one remains',
  async (count, joining) => {
    for (const name of joining) expect((await giveRole(personOf(name))).status).toBe(200);
    const all = await coordinators();
    expect(all).toHaveLength(count);
    const answers = await Promise.all(all.map((it, i) => endRole(it, i % 2 === 0 ? api.url : beside.url)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ status: 409, answer: { detail: expect.stringContaining('uten koordinator') } });
    expect(await coordinators()).toHaveLength(1);
  },
);
