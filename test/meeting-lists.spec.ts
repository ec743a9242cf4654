import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NUMBER, personOf, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

interface Listed {
  readonly meetingId: string;
  readonly on: string;
  readonly isCalled: boolean;
  readonly youAreCalled: boolean;
}

let api: RunningApi;
/** Planned meetings by day. */
const planned = new Map<string, string>();

beforeAll(async () => {
  api = await startApi('2026-11-20T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  for (const on of ['2026-11-23', '2026-11-24', '2026-12-01']) {
    const body = { kind: 'extraordinary', unitIds: [UNIT.here], on, startsAt: '09:00', place: null, reason: 'haster' };
    planned.set(on, (await send('leaderHere', '/api/meetings', { ...body, urgent: false, force: false })).id);
  }
}, 60_000);
afterAll(() => api.close());

async function send(as: AskerName, path: string, body: object): Promise<{ readonly id: string }> {
  const answer = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      cookie: await api.cookie(NUMBER, personOf(as)),
    },
    body: JSON.stringify(body),
  });
  const created = (await answer.json()) as { readonly id: string };
  expect([path, answer.status, created]).toEqual([path, 200, created]);
  await api.settled();
  return created;
}

async function days(as: AskerName, query: string): Promise<readonly string[]> {
  return (await meetings(as, query)).map(({ on }) => on);
}
async function meetings(as: AskerName, query: string): Promise<readonly Listed[]> {
  const cookie = await api.cookie(NUMBER, personOf(as));
  const answer = await fetch(`${api.url}/api/meetings?${query}`, { headers: { cookie } });
  return ((await answer.json()) as { readonly items: readonly Listed[] }).items;
}

test('a meeting is the reader’s own by a standing seat before participants are called, and marked so', async () => {
  const mine = await meetings('pptHere', 'mine=true&from=2026-11-20');
  expect(mine.map(({ on, isCalled }) => [on, isCalled])).toEqual([
    ['2026-11-23', false],
    ['2026-11-24', false],
    ['2026-12-01', false],
  ]);
  expect(await days('childWelfareThere', 'mine=true&from=2026-11-20')).toEqual([]);
});

test('a meeting is not the reader’s own when others were called and the reader was not', async () => {
  const to = [personOf('leaderHere')];
  await send('leaderHere', `/api/meetings/${planned.get('2026-12-01')}/notice`, { to, agenda: null });
  expect(await days('pptHere', 'mine=true&from=2026-11-20')).toEqual(['2026-11-23', '2026-11-24']);
  expect(await meetings('leaderHere', 'mine=true&from=2026-11-20')).toMatchObject([
    { on: '2026-12-01', isCalled: true, youAreCalled: true },
  ]);
  expect(await meetings('pptHere', 'from=2026-12-01')).toMatchObject([
    { on: '2026-12-01', isCalled: true, youAreCalled: false },
  ]);
});

test('each meeting is either upcoming or past: one of today is past once it was held', async () => {
  api.clock.set(new Date('2026-11-24T12:00:00Z'));
  const both = async () => [
    await days('leaderHere', 'when=coming'),
    (await days('leaderHere', 'when=past')).filter((on) => on >= '2026-11-20'),
  ];
  expect(await both()).toEqual([['2026-11-24', '2026-12-01'], ['2026-11-23']]);
  await send('leaderHere', `/api/meetings/${planned.get('2026-11-24')}/held`, { heldOn: '2026-11-24' });
  expect(await both()).toEqual([['2026-12-01'], ['2026-11-23', '2026-11-24']]);
});

test('a planned meeting in an exempt month needs no confirmation', async () => {
  api.clock.set(new Date('2026-12-03T08:00:00Z'));
  const waiting = () => days('leaderHere', 'awaits=protocol');
  expect(await waiting()).toEqual(['2026-11-23', '2026-11-24', '2026-12-01']);
  await send('coordinator', `/api/units/${UNIT.here}/school-years/2026/exemptions`, {
    month: '2026-12',
    reason: 'ombygging',
  });
  expect(await waiting()).toEqual(['2026-11-23', '2026-11-24']);
});

test('no past meeting is in both lists, of meetings that await a protocol and of those that await nothing', async () => {
  const waiting = await meetings('leaderHere', 'when=past&awaits=protocol');
  const others = await meetings('leaderHere', 'when=past&awaits=nothing');
  const all = await meetings('leaderHere', 'when=past');
  const ids = (of: readonly Listed[]) => of.map(({ meetingId }) => meetingId).toSorted();
  expect(waiting.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-24']);
  expect(ids([...waiting, ...others])).toEqual(ids(all));
});
