import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NUMBER, personOf, tellStory, UNIT } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

// The proposed year of all units is read by GET where one rule says everything, and by POST with choices (ADR 0366).

const PATH = '/api/school-years/2026/proposals';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-08-20T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

interface Plan {
  readonly units: readonly {
    readonly unitId: string;
    readonly proposed: readonly { readonly on: string | null; readonly startsAt: string }[];
  }[];
}

async function plan(path: string, body?: object): Promise<Plan> {
  const cookie = await api.cookie(NUMBER, personOf('coordinator'));
  const posted = {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`${api.url}${path}`, body === undefined ? { headers: { cookie } } : posted);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Plan;
}

test('a rule in the address gives the plan that the same rule gives in a body', async () => {
  const answer = await plan(`${PATH}?nth=2&weekday=3&startsAt=12:30`);
  const here = answer.units.find(({ unitId }) => unitId === UNIT.here)!;
  // the second Wednesday of September 2026
  expect(here.proposed).toContainEqual(expect.objectContaining({ on: '2026-09-09', startsAt: '12:30' }));
  expect(answer).toEqual(await plan(PATH, { rule: { nth: 2, weekday: 3, startsAt: '12:30' } }));
});

test('without a rule each unit is planned as it met the year before, as in a body without one', async () => {
  expect(await plan(PATH)).toEqual(await plan(PATH, {}));
});
