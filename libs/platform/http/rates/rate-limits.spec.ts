import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { askerOf, notes } from '../http-client.examples.js';
import { COLLEAGUE, LEADER, startExample, type Example } from '../http.examples.js';
import { MEETING } from '../notes.examples.js';

const RATES = { person: 5, withoutSession: 3, signIn: 2 };
const MINUTE_MS = 60_000;

let example: Example;
let now: number;
const { ask, problemOf } = askerOf(() => example);

/** The limits are of real time, as they protect a machine: nobody sets the clock of the installation for them. */
beforeEach(() => {
  now = Date.parse('2026-11-22T08:00:00Z');
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await example.app.close();
});

/** The statuses of as many requests, one after another. */
async function statuses(
  count: number,
  path: string,
  parts: Parameters<typeof ask>[1] = {},
): Promise<readonly number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i += 1) all.push((await ask(path, parts)).status);
  return all;
}
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const SIGN_IN = { body: {} };

describe('requests that come too fast', () => {
  test('of one person are refused until the minute is over, and those of others are answered', async () => {
    example = await startExample({ rates: RATES });
    expect(await statuses(6, notes(MEETING), { as: LEADER })).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await ask(notes(MEETING), { as: COLLEAGUE })).status).toBe(200);
    now += MINUTE_MS;
    expect((await ask(notes(MEETING), { as: LEADER })).status).toBe(200);
  });

  test('of one person are counted for each municipality by itself', async () => {
    example = await startExample({ rates: RATES });
    await statuses(6, '/api/meetings/search', { as: LEADER });
    expect((await ask('/api/meetings/search', { as: LEADER, tenant: '8888' })).status).toBe(200);
  });

  test('are answered in the language asked for, with the time to wait', async () => {
    example = await startExample({ rates: RATES });
    await statuses(5, notes(MEETING), { as: LEADER });
    now += 12_500;
    const { headers, status } = await ask(notes(MEETING), { as: LEADER });
    expect([status, headers.get('retry-after')]).toEqual([429, '48']);
    const nynorsk = await problemOf(notes(MEETING), { as: LEADER, headers: { 'accept-language': 'nn' } });
    expect(nynorsk).toMatchObject({
      type: 'urn:samspill:problem:too-fast',
      detail: 'Det kom uvanleg mange førespurnader herifrå. Vent 48 sekund, og prøv igjen.',
    });
    const bokmaal = await problemOf(notes(MEETING), { as: LEADER, headers: { 'accept-language': 'nb' } });
    expect(bokmaal.detail).toBe('Det kom uvanlig mange forespørsler herfra. Vent 48 sekunder, og prøv igjen.');
  });

  test('without a session are refused sooner, and do not hold up those who are signed in', async () => {
    example = await startExample({ rates: RATES });
    expect(await statuses(4, notes(MEETING))).toEqual([401, 401, 401, 429]);
    expect(await statuses(1, notes(MEETING), { headers: { cookie: 'samspill-session=forged' } })).toEqual([429]);
    expect(await statuses(1, '/api/openapi.json')).toEqual([429]);
    expect((await ask(notes(MEETING), { as: LEADER })).status).toBe(200);
  });

  test('to sign in have a limit of their own', async () => {
    example = await startExample({ rates: RATES });
    expect(await statuses(3, '/api/session', SIGN_IN)).toEqual([200, 200, 429]);
    expect((await ask('/api/openapi.json')).status).toBe(200);
  });

  test('are not looked for where probes ask', async () => {
    example = await startExample({ rates: RATES });
    await statuses(4, notes(MEETING));
    expect(await statuses(9, '/health/live')).toEqual(Array(9).fill(200));
    expect(await statuses(9, '/metrics')).toEqual(Array(9).fill(200));
  });

  test('are no more than 0, where 0 stands for no limit', async () => {
    example = await startExample({ rates: { person: 0, withoutSession: 0, signIn: 0 } });
    expect(await statuses(9, notes(MEETING))).toEqual(Array(9).fill(401));
    expect(await statuses(9, notes(MEETING), { as: LEADER })).toEqual(Array(9).fill(200));
    expect(await statuses(9, '/api/session', SIGN_IN)).toEqual(Array(9).fill(200));
  });
});

describe('the address of a request', () => {
  test('is the one that a trusted proxy gives, whatever the client wrote before it', async () => {
    example = await startExample({ rates: RATES, options: { trustedProxies: ['loopback'] } });
    expect(await statuses(4, notes(MEETING), from('192.0.2.1'))).toEqual([401, 401, 401, 429]);
    expect(await statuses(1, notes(MEETING), from('192.0.2.2'))).toEqual([401]);
    expect(await statuses(1, notes(MEETING), from('203.0.113.9, 192.0.2.1'))).toEqual([429]);
  });

  test('of IPv6 is a whole network, as a sender has many', async () => {
    example = await startExample({ rates: RATES, options: { trustedProxies: ['loopback'] } });
    for (const last of ['1', '2', '3']) await ask(notes(MEETING), from(`2001:db8:1:2::${last}`));
    expect(await statuses(1, notes(MEETING), from('2001:db8:1:2::4'))).toEqual([429]);
    expect(await statuses(1, notes(MEETING), from('2001:db8:1:3::4'))).toEqual([401]);
  });

  test('is the one of the connection where no proxy is trusted', async () => {
    example = await startExample({ rates: RATES });
    for (const last of ['1', '2', '3']) await ask(notes(MEETING), from(`192.0.2.${last}`));
    expect(await statuses(1, notes(MEETING), from('192.0.2.4'))).toEqual([429]);
  });
});
