import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BFE, NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

type Json = Readonly<Record<string, unknown>>;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

async function ask(who: AskerName, method: string, path: string, body?: unknown) {
  const cookie = await api.cookie(NUMBER, personOf(who));
  const response = await fetch(`${api.url}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Json };
}
async function change(method: string, path: string, body?: unknown): Promise<void> {
  const { status, answer } = await ask('coordinator', method, path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  // Closing a service unit looks at its services in the register.
  await api.settled();
}
const history = async (place: string, who: AskerName = 'coordinator') => {
  const { answer } = await ask(who, 'GET', `${place}/closure-history`);
  return (answer['items'] as readonly Json[]).map(({ change: what, day, reason, by }) => [what, day, reason, by]);
};

test('every change of a closure is shown in order, with the person who made it', async () => {
  const unit = `units/${UNIT.here}`;
  expect(await history(unit)).toEqual([]);
  await change('PUT', `${unit}/closure`, { on: '2027-07-31', reason: 'Slås sammen' });
  await change('PUT', `${unit}/closure`, { on: '2027-08-31', reason: 'Slås sammen' });
  await change('PUT', `${unit}/closure`, { on: '2027-08-31', reason: 'Slås sammen med Skolen there' });
  await change('DELETE', `${unit}/closure`);
  await change('PUT', `${unit}/closure`, { on: '2027-12-31', reason: 'Bygget rives' });
  await change('PUT', `${unit}/reopening`, { on: '2028-08-01' });
  await change('PUT', `${unit}/reopening`, { on: '2028-09-01' });
  const expected = [
    ['closed', '2027-07-31', 'Slås sammen'],
    ['moved', '2027-08-31', 'Slås sammen'],
    ['explained', '2027-08-31', 'Slås sammen med Skolen there'],
    ['withdrawn', null, null],
    ['closed', '2027-12-31', 'Bygget rives'],
    ['reopened', '2028-08-01', null],
    ['reopening-moved', '2028-09-01', null],
  ].map((line) => [...line, 'coordinator']);
  expect(await history(unit)).toEqual(expected);
  expect(await history(unit, 'teacherHere')).toEqual(expected);
});

test.each([`services/${SERVICE.nurses}`, `service-units/${BFE}`])('the same applies to %s', async (place) => {
  if (place.startsWith('service-units')) {
    for (const id of [SERVICE.ppt, SERVICE.nurses]) await change('PUT', `services/${id}/closure`, { on: '2027-06-30' });
  }
  const before = await history(place);
  await change('PUT', `${place}/closure`, { on: '2027-07-31' });
  await change('DELETE', `${place}/closure`);
  expect((await history(place)).slice(before.length)).toEqual([
    ['closed', '2027-07-31', null, 'coordinator'],
    ['withdrawn', null, null, 'coordinator'],
  ]);
});

test('an unknown id has no history', async () => {
  expect((await ask('coordinator', 'GET', 'units/974600951/closure-history')).status).toBe(404);
});
