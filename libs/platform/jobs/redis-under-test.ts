import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';

/** A real Redis server that a specification starts, ends and empties. */
export interface RedisUnderTest {
  readonly url: string;
  /** Ends it like a crash; its data is lost. */
  kill(): Promise<void>;
  /** Starts it again at the same address, without data. */
  restart(): Promise<void>;
  use<T>(work: (client: Redis) => Promise<T>): Promise<T>;
}

const NONE =
  'The jobs are tested on a real Redis server, and there is none here: run sudo apt-get install -y redis-server, ' +
  'and the tests again. Another of its kind: SAMSPILL_REDIS_SERVER=/path/to/it.';

export async function startRedis(): Promise<RedisUnderTest> {
  const port = await freePort();
  let server = await listening(port);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const url = `redis://127.0.0.1:${port}`;
  return {
    url,
    kill,
    restart: async () => {
      server = await listening(port);
    },
    async use(work) {
      const client = new Redis(url);
      try {
        return await work(client);
      } finally {
        client.disconnect();
      }
    },
  };
}

async function listening(port: number): Promise<ChildProcess> {
  const program = process.env['SAMSPILL_REDIS_SERVER'] ?? 'redis-server';
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, options, { stdio: ['ignore', 'pipe', 'ignore'], cwd: tmpdir() });
  // Of a run that ends without its specification's end.
  process.once('exit', () => server.kill('SIGKILL'));
  const failed = once(server, 'error').then(() => {
    throw new Error(NONE);
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`Redis ended: ${said}`)));
  });
  await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
