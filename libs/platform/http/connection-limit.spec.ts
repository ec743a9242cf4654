import { afterEach, expect, test } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { LEADER, startExample, type Example } from './http.examples.js';

// Real sockets, counted; nothing here waits for a time to pass.

let example: Example;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await example.app.close();
});

const MOST = 10;
const port = () => Number(new URL(example.url).port);
/** A connection on which nothing is asked. */
async function idleSocket(): Promise<Socket> {
  const socket = connect(port(), '127.0.0.1');
  sockets.push(socket);
  // Reset by the server, where it makes room.
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}
const closed = (socket: Socket) =>
  socket.closed ? Promise.resolve() : new Promise<void>((resolve) => socket.once('close', () => resolve()));
/** A request on a connection of its own, which stays in flight as long as its body does not end. */
async function busySocket(): Promise<Socket> {
  const socket = await idleSocket();
  const taken = new Promise<void>((resolve) => example.app.getHttpServer().once('request', () => resolve()));
  socket.write('POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  socket.write('Content-Length: 100\r\n\r\n{');
  await taken;
  return socket;
}
const openConnections = () =>
  new Promise<number>((resolve) => example.app.getHttpServer().getConnections((_, count) => resolve(count)));

test('two hundred idle sockets block nobody: the longest idle one is closed for a new one', async () => {
  example = await startExample({ options: { mostConnections: MOST } });
  const first = await idleSocket();
  for (let i = 1; i < 200; i += 1) await idleSocket();
  await closed(first);
  const headers = { cookie: await example.cookie(LEADER) };
  expect((await fetch(`${example.url}/api/meetings/search`, { headers })).status).toBe(200);
  expect(await openConnections()).toBeLessThanOrEqual(MOST);
});

test('a connection with a request in flight is not closed for one more', async () => {
  example = await startExample({ options: { mostConnections: MOST } });
  const busy: Socket[] = [];
  for (let i = 0; i < MOST; i += 1) busy.push(await busySocket());
  const more = await idleSocket();
  await closed(more);
  expect(busy.map((socket) => socket.closed)).not.toContain(true);
  // The request that ends leaves a connection that may be closed.
  const answered = new Promise<string>((resolve) => busy[0]!.once('data', (data: Buffer) => resolve(String(data))));
  busy[0]!.write(' '.repeat(98) + '}');
  expect(await answered).toMatch(/^HTTP\/1\.1 200 /);
  const next = await idleSocket();
  await closed(busy[0]!);
  expect(next.closed).toBe(false);
});
