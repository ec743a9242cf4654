import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MunicipalityNumber } from '#platform/kernel';
import { MEETING, NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

// Two municipalities that hold the same units, people, meetings and actions, with the same ids, as after a merger, or
// when a person works in both. What one does is invisible to the other.
const OTHER = MunicipalityNumber.parse('9904');

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', async ({ events }) => {
    await tellStory(events);
    await tellStory(events, OTHER);
  });
  await api.settled();
}, 90_000);
afterAll(() => api.close());

type Json = Record<string, unknown>;
async function ask(
  tenant: string,
  who: AskerName,
  path: string,
  sent?: { method: string; body?: unknown; etag?: string },
) {
  const response = await fetch(`${api.url}/api/${path}`, {
    method: sent?.method ?? 'GET',
    headers: {
      cookie: await api.cookie(tenant, personOf(who)),
      ...(sent && { 'content-type': 'application/json' }),
      ...(sent?.etag !== undefined && { 'if-match': sent.etag }),
    },
    ...(sent?.body !== undefined && { body: JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    answer: (text ? JSON.parse(text) : {}) as Json,
  };
}
const both = async (who: AskerName, path: string) =>
  Promise.all([NUMBER, OTHER].map(async (tenant) => (await ask(tenant, who, path)).answer));

describe('two tenants that hold the same unit', () => {
  test.each([
    ['coordinator', 'units'],
    ['coordinator', 'people'],
    ['coordinator', 'board?schoolYear=2026'],
    ['leaderHere', `units/${UNIT.here}`],
    ['leaderHere', `meetings/${MEETING.here}`],
    ['leaderHere', 'actions'],
  ] as const)('both see all of their own: to %s, %s', async (who, path) => {
    const [ours, theirs] = await both(who, path);
    expect(theirs).toEqual(ours);
    expect(JSON.stringify(ours)).toContain('here');
  });

  test('a change in one does not reach the other', async () => {
    const services = async (tenant: string) => (await ask(tenant, 'coordinator', 'services')).answer['items'] as Json[];
    const [ours, theirs] = [await services(NUMBER), await services(OTHER)];
    const { revision, kind, serviceUnitId } = ours.find(({ serviceId }) => serviceId === SERVICE.ppt)!;
    const renamed = await ask(NUMBER, 'coordinator', `services/${SERVICE.ppt}`, {
      method: 'PUT',
      etag: `"${String(revision)}"`,
      body: { name: 'Pedagogisk-psykologisk teneste', kind, serviceUnitId },
    });
    expect(renamed.status).toBe(200);
    await api.settled();
    expect((await services(NUMBER)).map(({ name }) => name)).toContain('Pedagogisk-psykologisk teneste');
    expect(await services(OTHER)).toEqual(theirs);
  });

  test('a meeting planned in one is no meeting in the other', async () => {
    const body = { kind: 'ordinary', unitIds: [UNIT.here], on: '2026-12-09', startsAt: '09:00', force: true };
    const planned = await ask(NUMBER, 'coordinator', 'meetings', { method: 'POST', body });
    expect(planned.status).toBe(200);
    await api.settled();
    const path = `meetings/${String(planned.answer['id'])}`;
    expect((await ask(NUMBER, 'coordinator', path)).status).toBe(200);
    expect((await ask(OTHER, 'coordinator', path)).status).toBe(404);
  });

  test('a session of one is not one of the other', async () => {
    const cookie = await api.cookie(OTHER, personOf('coordinator'));
    const session = (await (await fetch(`${api.url}/api/session`, { headers: { cookie } })).json()) as Json;
    expect(session).toMatchObject({ municipality: { number: OTHER } });
  });
});
