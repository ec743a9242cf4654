import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notes } from './http-client.examples.js';
import { LEADER, startExample, type Example } from './http.examples.js';
import { OTHER_MEETING } from './notes.examples.js';
import { isOwnHost } from './own-host.js';

const ORIGIN = 'https://samspill.example.no';
const REFUSAL_FLOOR_MS = 300;

let folder: string;
let direct: Example;
let proxied: Example;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-pages-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Samspill</title>');
  direct = await startExample({ options: { pages: folder, bodyIdleMs: 200, refusalFloorMs: REFUSAL_FLOOR_MS } });
  proxied = await startExample({ options: { origin: ORIGIN } });
});
afterAll(async () => {
  await direct.app.close();
  await proxied.app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** Sends a request with exactly these headers, `Host` included; returns the status and the body. */
const send = (example: Example, path: string, { method = 'GET', headers = {} }: Sent = {}) =>
  new Promise<{ status: number; body: string; type: string }>((resolve, reject) => {
    const { port } = new URL(example.url);
    const answered = async (answer: IncomingMessage) => {
      let body = '';
      for await (const chunk of answer) body += String(chunk);
      resolve({ status: answer.statusCode!, body, type: answer.headers['content-type'] ?? '' });
    };
    httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => void answered(answer).catch(reject))
      .on('error', reject)
      .end();
  });

describe('a host name that another site resolves to this machine', () => {
  test.each(['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.evil.example', '10.1.2.3', '%'])(
    'is refused: %s',
    async (host) => {
      for (const path of ['/', '/api/session', '/health/live', '/nothing']) {
        const { status, type } = await send(direct, path, { headers: { host, origin: `http://${host}` } });
        expect([path, status]).toEqual([path, 421]);
        expect(type).toContain('application/problem+json');
      }
    },
  );

  test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:80', '[::1]:3000', 'samspill.localhost'])(
    'is distinguished from this machine’s names: %s',
    async (host) => {
      expect((await send(direct, '/health/live', { headers: { host } })).status).toBe(200);
    },
  );

  test('may be the local address of the connection, and no other address', () => {
    expect(isOwnHost('10.0.0.5:3000', '::ffff:10.0.0.5')).toBe(true);
    expect(isOwnHost('[fd00::5]:3000', 'fd00::5')).toBe(true);
    expect(isOwnHost('10.0.0.6:3000', '::ffff:10.0.0.5')).toBe(false);
    expect(isOwnHost(undefined, '10.0.0.5')).toBe(true);
  });

  test('is left to the proxy where an origin is configured', async () => {
    expect((await send(proxied, '/health/live', { headers: { host: 'samspill-api:3000' } })).status).toBe(200);
  });
});

describe('metrics', () => {
  test.each([
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Real-IP',
    'Via',
    'Forwarded',
    'True-Client-IP',
    'CF-Connecting-IP',
  ])('are not given to a request that a proxy passed on with %s', async (name) => {
    expect((await send(direct, '/metrics', { headers: { [name]: '192.0.2.1' } })).status).toBe(404);
  });

  test('are not given at the public address, even without forwarding headers', async () => {
    expect((await send(proxied, '/metrics', { headers: { host: 'samspill.example.no' } })).status).toBe(404);
    expect((await send(proxied, '/metrics', { headers: { host: '127.0.0.1:3000' } })).status).toBe(200);
  });
});

describe('a range of a page', () => {
  test.each(['bytes=5-1', 'bytes=-1', 'bytes=0-0', 'bytes=99-', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=1-2', ''])(
    'is ignored: %j',
    async (range) => {
      const { status, body } = await send(direct, '/', { headers: { range } });
      expect([status, body]).toEqual([200, '<!doctype html><title>Samspill</title>']);
    },
  );
});

describe('a body that stops coming', () => {
  test.each(['POST / HTTP/1.1', `POST ${notes(OTHER_MEETING)} HTTP/1.1`])(
    'is answered, and the connection closed: %s',
    async (line) => {
      const { port } = new URL(direct.url);
      const cookie = await direct.cookie(LEADER);
      const answer = await new Promise<string>((resolve, reject) => {
        let received = '';
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(
            `${line}\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n` +
              'Content-Length: 100\r\n\r\n{"text":',
          ),
        );
        socket.on('data', (chunk) => (received += String(chunk)));
        socket.on('close', () => resolve(received)).on('error', reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    },
  );

  test('is not confused with an idle connection between two requests', async () => {
    const { port } = new URL(direct.url);
    const post = 'POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n';
    const statuses: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${post}\r\n{}`));
      socket.on('data', (chunk) => {
        for (const [, status] of String(chunk).matchAll(/HTTP\/1\.1 (\d+)/g)) statuses.push(status!);
        if (statuses.length === 1) setTimeout(() => socket.write(`${post}Connection: close\r\n\r\n{}`), 500);
      });
      socket.on('close', () => resolve()).on('error', reject);
    });
    expect(statuses).toEqual(['404', '404']);
  });
});

test('a refusal takes the same time whether the resource exists or not', async () => {
  const cookie = await direct.cookie(LEADER);
  for (const id of [OTHER_MEETING, randomUUID()]) {
    const began = performance.now();
    const { status } = await send(direct, notes(id), { headers: { cookie } });
    expect(status).toBe(403);
    // A timer may fire up to a millisecond early.
    expect(performance.now() - began).toBeGreaterThanOrEqual(REFUSAL_FLOOR_MS - 2);
  }
});
