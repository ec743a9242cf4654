import { expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import { endUnfinishedBodies } from './unfinished-bodies.js';

test('after an answer before the body’s end, the connection has the limit that the server has then', async () => {
  let limit = 5_000;
  const seen = Promise.withResolvers<number | undefined>();
  const ending = endUnfinishedBodies(60_000, () => limit);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    ending(request as Request, response as Response, () => response.end());
    request.once('end', () => seen.resolve(request.socket.timeout));
    request.resume();
  });
  // As an application that is configured first, and told afterwards to keep connections.
  server.keepAliveTimeout = limit = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{');
  socket.once('data', () => socket.write('}'));
  expect(await seen.promise).toBe(0);
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});
