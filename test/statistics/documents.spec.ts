import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NUMBER, personOf, tellStory, UNIT } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApi, type RunningApi } from '../running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const get = async (path: string, who: AskerName = 'coordinator') =>
  fetch(`${api.url}/api/statistics/documents/${path}`, {
    headers: { cookie: await api.cookie(NUMBER, personOf(who)), 'accept-language': 'nb' },
  });
const nameOf = (response: Response) =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]*)|filename="([^"]*)"/.exec(response.headers.get('content-disposition')!)![0],
  );

describe('the documents of a period', () => {
  test('are of the current period unless another one is asked for, in the language that is asked for', async () => {
    const now = await get('half-year-status.pdf');
    expect([now.status, now.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(nameOf(now)).toContain('2026H2 hele kommunen per 2026-11-22.pdf');
    const year = await get('annual-evaluation.pdf?period=2025-2026&language=nn');
    expect(nameOf(year)).toContain('Evaluering i juni 2025-2026 heile kommunen per 2026-11-22.pdf');
  });

  test('are of a half-year or a school year, each of its own', async () => {
    expect((await get('half-year-status.pdf?period=2026-2027')).status).toBe(400);
    expect((await get('annual-evaluation.pdf?period=2026H2')).status).toBe(400);
  });

  test('are of her own unit for its leader, and of no other', async () => {
    for (const document of ['half-year-status.pdf', 'annual-evaluation.pdf']) {
      const own = await get(`${document}?unit=${UNIT.here}`, 'leaderHere');
      expect([own.status, nameOf(own)]).toEqual([200, expect.stringContaining('Skolen here')]);
      expect((await get(`${document}?unit=${UNIT.there}`, 'leaderHere')).status).toBe(404);
      // Without a unit, of those that she leads.
      expect(nameOf(await get(document, 'leaderHere'))).toContain('Skolen here');
    }
  });

  test('are for those who may see the figures', async () => {
    expect((await get('half-year-status.pdf', 'director')).status).toBe(200);
    expect((await get('half-year-status.pdf', 'elected')).status).toBe(403);
    expect((await get('annual-evaluation.pdf', 'teacherHere')).status).toBe(403);
  });
});
