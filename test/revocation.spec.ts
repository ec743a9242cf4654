import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { stableId } from '#platform/kernel';
import { StreamReader } from './live/stream-reader.js';
import { startApi, type RunningApi } from './running-api.js';
import { ACTION, NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';

// A coordinator learns that a person must not see anything any longer, and ends the role on the person's page. The read
// models stand still all the while: nothing that decides about rights may come from them.

let api: RunningApi;
let beside: Awaited<ReturnType<RunningApi['startBeside']>>;
const open: StreamReader[] = [];

beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  beside = await api.startBeside();
  await api.freeze();
}, 60_000);
afterEach(() => {
  for (const reader of open.splice(0)) reader.leave();
});
afterAll(async () => {
  await beside.close();
  await api.close();
});

async function ask(who: AskerName, path: string, url = api.url): Promise<number> {
  const cookie = await api.cookie(NUMBER, personOf(who));
  return (await fetch(`${url}/api/${path}`, { headers: { cookie } })).status;
}
async function command(who: AskerName, method: string, path: string, body: object = {}): Promise<number> {
  const cookie = await api.cookie(NUMBER, personOf(who));
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return (await fetch(`${api.url}/api/${path}`, { method, headers, body: JSON.stringify(body) })).status;
}
const roleOf = (who: AskerName) => `people/${personOf(who)}/roles/${stableId('rights', `role ${who}`)}`;
const revoke = (who: AskerName) => command('coordinator', 'PUT', `${roleOf(who)}/revoked`);

describe('with read models that stand still', () => {
  test('the first request after a role was revoked is refused, in every process', async () => {
    for (const url of [api.url, beside.url]) expect(await ask('leaderHere', 'session', url)).toBe(200);
    expect(await revoke('leaderHere')).toBe(200);
    for (const url of [api.url, beside.url]) expect(await ask('leaderHere', 'session', url)).toBe(401);
    expect(await command('leaderHere', 'POST', 'meetings', { unitIds: [UNIT.here], on: '2026-12-10' })).toBe(401);
  });

  test('a role whose last day was yesterday grants nothing', async () => {
    expect(await ask('teacherHere', 'session')).toBe(200);
    expect(await command('coordinator', 'PUT', `${roleOf('teacherHere')}/end`, { on: '2026-11-21' })).toBe(200);
    expect(await ask('teacherHere', 'session')).toBe(401);
  });

  test('the live stream of a person whose role was revoked ends, and those of others go on', async () => {
    const [theirs, another] = await Promise.all([listen('pptHere', beside.url), listen('coordinator', beside.url)]);
    expect(await revoke('pptHere')).toBe(200);
    // Before the first heartbeat, at which it would be asked again anyhow.
    expect(await theirs.over).toBe(true);
    expect(await Promise.race([another.over, Promise.resolve('open')])).toBe('open');
  });

  test('a service that left the service unit is out of its leader’s reach', async () => {
    const action = `actions/${ACTION.here}`;
    expect(await ask('bfeLeader', action)).toBe(200);
    const moved = { name: 'PPT', kind: 'ppt', serviceUnitId: null };
    expect(await command('coordinator', 'PUT', `services/${SERVICE.ppt}`, moved)).toBe(200);
    // As if the action did not exist.
    expect(await ask('bfeLeader', action)).toBe(404);
  });
});

async function listen(who: AskerName, url: string): Promise<StreamReader> {
  const reader = await StreamReader.open(`${url}/api/live`, await api.cookie(NUMBER, personOf(who)));
  open.push(reader);
  return reader;
}
