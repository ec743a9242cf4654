import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { LEADER, startExample, type Example } from './http.examples.js';
import { MEETING } from './notes.examples.js';

let example: Example;
beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.app.close());

const get = (path: string, init: RequestInit = {}) => fetch(`${example.url}${path}`, init);

describe('the log', () => {
  test('contains nothing that was sent: no names, addresses, searches or numbers', async () => {
    const cookie = await example.cookie(LEADER);
    const headers = { cookie, 'content-type': 'application/json' };
    const secrets = ['Kari Nordmann', 'kari.nordmann@example.no', '01017012345', 'hemmelig søk'];
    for (const secret of secrets) {
      const encoded = encodeURIComponent(secret);
      const body = JSON.stringify({ text: secret, [secret]: secret, signed: [{ by: secret, on: secret }] });
      await get(`/api/meetings/search?text=${encoded}`, { headers });
      await get(`/api/meetings/search?${encoded}=${encoded}`, { headers });
      await get(`/api/meetings/${encoded}/notes`, { headers });
      await get(`/api/${encoded}`, { headers });
      await get(`/${encoded}?q=${encoded}`, { headers: { cookie: `x=${encoded}`, 'user-agent': encodeURI(secret) } });
      await get(`/api/meetings/${MEETING}/notes`, { method: 'POST', headers, body });
      await get(`/api/meetings/${MEETING}/notes`, { method: 'POST', headers, body: `{"text": "${secret}` });
      await get(`/api/meetings/${MEETING}/notes`, {
        method: 'POST',
        headers: { ...headers, 'x-request-id': encoded, 'idempotency-key': encoded, 'if-match': encoded },
        body: JSON.stringify({ text: secret }),
      });
    }
    await get('/api/meetings/fault', { headers });
    const log = example.logged.join('');
    expect(example.logged.length).toBeGreaterThan(secrets.length * 7);
    for (const secret of [...secrets, MEETING, LEADER]) {
      expect(log).not.toContain(secret);
      expect(log).not.toContain(encodeURIComponent(secret));
    }
  });

  test('contains a line for each response: method, pattern, status, time and the request id', async () => {
    const id = randomUUID();
    await get(`/api/meetings/${MEETING}/notes`, { headers: { 'x-request-id': id } });
    const line = example.logged.find((each) => each.includes(id))!;
    expect(JSON.parse(line)).toEqual({
      level: 30,
      time: expect.any(String),
      requestId: id,
      method: 'GET',
      route: '/api/meetings/:meetingId/notes',
      status: 401,
      ms: expect.any(Number),
      msg: 'answered',
    });
  });
});

describe('health', () => {
  test('names the part that is not ready', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect(await (await get('/health/ready')).json()).toEqual({
      status: 'ready',
      parts: [{ part: 'database', ready: true }],
    });
    example.health.set('database', 'does not answer');
    const answer = await get('/health/ready');
    example.health.set('database', undefined);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      status: 'not-ready',
      parts: [{ part: 'database', ready: false, reason: 'does not answer' }],
    });
  });
});

describe('metrics', () => {
  test('count by route pattern and status, without personal data', async () => {
    await get(`/api/meetings/${MEETING}/notes`);
    await get('/api/who/is/kari');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(
      /samspill_http_request_seconds_count\{method="GET",route="\/api\/meetings\/:meetingId\/notes",status="401"\} \d+/,
    );
    expect(text).toContain('route="unknown",status="404"');
    expect(text).toMatch(/^samspill_log_head \d+$/m);
    expect(text).not.toContain(MEETING);
    expect(text).not.toContain('kari');
  });

  test('are not given to requests through the proxy', async () => {
    expect((await get('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404);
  });
});

describe('stopping', () => {
  test('completes running requests, closes idle connections and accepts no new ones', async () => {
    const stopping = await startExample();
    const { port } = new URL(stopping.url);
    const server = stopping.app.getHttpServer();
    server.keepAliveTimeout = 600_000;
    const cutAll = jest.spyOn(server, 'closeAllConnections');
    const agent = new Agent({ keepAlive: true });
    const headers = { cookie: await stopping.cookie(LEADER) };
    const ask = (path: string) =>
      new Promise<number>((resolve, reject) => {
        httpRequest({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode!));
        })
          .on('error', reject)
          .end();
      });
    await ask('/health/live');
    const inFlight = ask('/api/meetings/slow');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await stopping.app.close();
    expect(await inFlight).toBe(200);
    expect(cutAll).not.toHaveBeenCalled();
    await expect(ask('/health/live')).rejects.toThrow();
    agent.destroy();
  });
});
