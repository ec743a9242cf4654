import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createApi, listen } from '../apps/api/src/index.js';
import { RouteTable } from '#platform/http';
import { StartRefused } from '#platform/environment';
import { openLog } from '#platform/observability';
import { MEETING, NUMBER, personOf, tellStory } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

const OPEN = { rates: { person: 0, withoutSession: 0, signIn: 0 }, trustedProxies: [] };

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const signIn = (personId: string, tenant: string = NUMBER) =>
  fetch(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'de' },
    body: JSON.stringify({ personId, municipality: tenant }),
  });

describe('the persona picker', () => {
  test('offers one person of each role', async () => {
    const answer = await fetch(`${api.url}/api/session/personas?municipality=${NUMBER}`);
    const { personas } = (await answer.json()) as { personas: { role: string; place: string | null }[] };
    expect(personas.map(({ role, place }) => [role, place])).toEqual([
      ['coordinator', null],
      ['service-unit-leader', null],
      ['unit-leader', 'Skolen here'],
      ['meeting-chair', 'Skolen here'],
      ['service-member', 'PPT'],
      ['service-member', 'Helsestasjon'],
      ['service-member', 'Barnevern'],
      ['teacher', 'Skolen here'],
      ['director', null],
      ['elected', null],
      ['auditor', null],
    ]);
  });

  test('starts a session with the person’s data, in the municipality’s form of Norwegian', async () => {
    const answer = await signIn(personOf('leaderHere'));
    const who = (await answer.json()) as { rights: readonly object[] };
    expect(who.rights).toContainEqual({
      right: 'protocol.file',
      everywhere: false,
      unitIds: ['974552876'],
      serviceIds: [],
      elsewhere: false,
    });
    expect(who.rights).not.toContainEqual(expect.objectContaining({ right: 'registry.manage' }));
    expect([answer.status, who]).toEqual([
      200,
      {
        personId: personOf('leaderHere'),
        name: 'leaderHere',
        title: null,
        roles: [{ role: 'unit-leader', unitId: '974552876' }],
        rights: who.rights,
        municipality: { number: NUMBER, name: 'Prøvevik', languageForm: 'nn', demo: true },
        language: 'nn',
        today: '2026-11-22',
      },
    ]);
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    const again = await fetch(`${api.url}/api/session`, { headers: { cookie, 'accept-language': 'en' } });
    expect(await again.json()).toEqual({ ...who, language: 'en' });
    const out = await fetch(`${api.url}/api/session`, { method: 'DELETE', headers: { cookie } });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test('admits nobody without a role, and nobody in an installation that is not a demo', async () => {
    expect((await signIn(randomUUID())).status).toBe(403);
    expect((await signIn(personOf('leaderHere'), '9903')).status).toBe(403);
    const elsewhere = await fetch(`${api.url}/api/session/personas?municipality=9903`);
    expect(await elsewhere.json()).toMatchObject({ personas: [] });
  });
});

describe('the API', () => {
  test('does not start with the persona picker in production', async () => {
    const settings = {
      environment: { ...OPEN, production: true, dataFolder: '/nowhere' },
      log: openLog('silent'),
      freshness: api.installation.freshness,
      health: [],
      measures: [],
    };
    await expect(createApi(api.installation, settings)).rejects.toThrow(StartRefused);
    await expect(createApi(api.installation, settings)).rejects.toThrow(/set OIDC_ISSUER/);
  });

  test('reports a taken port in one sentence', async () => {
    const second = await createApi(api.installation, {
      environment: { ...OPEN, production: false, sessionKey: 'x'.repeat(32), dataFolder: '/nowhere' },
      log: openLog('silent'),
      freshness: api.installation.freshness,
      health: [],
      measures: [],
    });
    const port = Number(new URL(api.url).port);
    await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another with PORT.`,
    );
    await second.close();
  });

  test('is completely described, as valid OpenAPI 3.1', async () => {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as Record<string, unknown>;
    const { errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (path) => Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(operations).size).toBe(api.app.get(RouteTable).all().length);
  });

  test('is ready when the database answers and the read models are up to date', async () => {
    const answer = await fetch(`${api.url}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        status: 'ready',
        parts: [
          { part: 'database', ready: true },
          { part: 'log', ready: true },
          { part: 'read models', ready: true },
          { part: 'sweep', ready: true },
        ],
      },
    ]);
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toMatch(/^samspill_log_append_seconds_count\{outcome="appended"\} [1-9]\d*$/m);
    expect(metrics).toMatch(/^samspill_read_model_lag\{name="[\w-]+"\} 0$/m);
    // Figures may contain the same digits by chance, so only names and labels are searched.
    expect(metrics.replace(/ [\d.e+-]+$/gm, '')).not.toContain(NUMBER);
  });
});

describe('a protocol on paper', () => {
  const print = async (query = '') => {
    const cookie = await api.cookie(NUMBER, personOf('coordinator'));
    return fetch(`${api.url}/api/meetings/${MEETING.here}/protocol.pdf${query}`, { headers: { cookie } });
  };

  test('is a tagged PDF under a name that sorts by day, the same bytes each time', async () => {
    const [first, second] = [await print(), await print('?version=1')];
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toBe('inline; filename="Protokoll Skolen here 2026-11-10.pdf"');
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.toString('latin1')).toContain('/Marked true');
    expect(bytes.equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  });

  test('is answered as not found for an unknown version', async () => {
    const answer = await print('?version=7');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});
