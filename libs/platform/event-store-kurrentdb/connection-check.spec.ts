import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseKurrentAddress } from './address.js';
import { KurrentUnusable, checkKurrentConnection } from './connection-check.js';

const open: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(open.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

async function listening(server: Server): Promise<string> {
  open.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering = (answer: RequestListener) => listening(createServer(answer));
const saying = (body: unknown) => answering((_, response) => response.end(JSON.stringify(body)));
const nobody = async () => {
  const host = await answering(() => undefined);
  const server = open.pop()!;
  await new Promise((closed) => server.close(closed));
  return host;
};

async function reached(hosts: string, options = 'tls=false', user = ''): Promise<string> {
  try {
    return await checkKurrentConnection(parseKurrentAddress(`kurrentdb://${user}${hosts}?${options}`));
  } catch (fault) {
    if (fault instanceof KurrentUnusable) return fault.message;
    throw fault;
  }
}

describe('the connection check', () => {
  test('reads the version of servers with the old and the new name', async () => {
    expect(await reached(await saying({ esVersion: '23.10.8.0', state: 'leader' }))).toBe('23.10.8.0');
    expect(await reached(await saying({ dbVersion: '25.1.0.2', esVersion: '1.0.0' }))).toBe('25.1.0.2');
  });

  test('passes when one host answers', async () => {
    expect(await reached([await nobody(), await saying({ esVersion: '24.10.0.1' })].join(','))).toBe('24.10.0.1');
  });

  test('refuses a server that is too old', async () => {
    expect(await reached(await saying({ esVersion: '23.9.9.0' }))).toBe(
      'it is version 23.9.9.0, and Samspill needs 23.10 or later',
    );
    expect(await reached(await saying({ esVersion: '5.0.11.0' }))).toMatch(/^it is version 5\.0\.11\.0/);
  });

  test('reports that nothing answers, or that another server does', async () => {
    expect(await reached(await nobody())).toBe('nothing answers there');
    expect(await reached(await answering((_, response) => response.end('<html>')))).toBe(
      'what answers there is no KurrentDB',
    );
    expect(await reached(await listening(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))))).toBe(
      'what answers there is no KurrentDB',
    );
  });

  test('reports that only one side uses TLS', async () => {
    expect(await reached(await saying({ esVersion: '23.10.8.0' }), 'tls=true')).toMatch(/^it does not speak TLS: /);
    const silent = createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await reached(await listening(silent))).toMatch(/^it hangs up, as a server does that speaks TLS: /);
  });

  test('signs in when there is a user, and reports a refused sign-in', async () => {
    const basic = `Basic ${Buffer.from('ola:hemmelig').toString('base64')}`;
    const host = await answering(({ headers }, response) => {
      response.statusCode = headers.authorization === basic ? 200 : 401;
      response.end('{"esVersion":"23.10.8.0"}');
    });
    expect(await reached(host, 'tls=false', 'ola:hemmelig@')).toBe('23.10.8.0');
    expect(await reached(host, 'tls=false', 'ola:galt@')).toBe('the user or the password is wrong');
  });

  test('reports a missing file of the certificate authority', async () => {
    expect(await reached('127.0.0.1:1', 'tls=true&tlsCAFile=/no/such/file')).toBe(
      'the file that tlsCAFile names cannot be read',
    );
  });
});
