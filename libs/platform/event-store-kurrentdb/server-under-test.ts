import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STARTS_WITHIN_MS = 60_000;

/** A KurrentDB server of one's own, to be killed and frozen: one node, insecure, on loopback, flushing as it does by itself. */
export class ServerUnderTest {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly command: readonly [string, ...string[]],
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** `command` runs the server's program and takes its options, such as `dotnet /opt/kurrentdb/KurrentDB.dll`. */
  static async start(command: string): Promise<ServerUnderTest> {
    const [program = '', ...given] = command.split(' ');
    const folder = await mkdtemp(join(tmpdir(), 'samspill-kurrentdb-'));
    const server = new ServerUnderTest([program, ...given], folder, await freePort());
    await server.run();
    return server;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Kills it as a power cut does, and starts it again on what it left. */
  async killAndRestart(): Promise<void> {
    await this.end('SIGKILL');
    await this.run();
  }

  /** Holds it still, connections open, until `meanwhile` is done. */
  async freeze(meanwhile: () => Promise<void>): Promise<void> {
    this.process?.kill('SIGSTOP');
    try {
      await meanwhile();
    } finally {
      this.process?.kill('SIGCONT');
    }
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }

  private async run(): Promise<void> {
    const [program, ...given] = this.command;
    const [port, other] = [String(this.port), String(await freePort())];
    const options = ['--insecure', '--node-ip', '127.0.0.1', '--node-port', port, '--replication-port', other];
    const folders = ['--db', join(this.folder, 'db'), '--log', join(this.folder, 'log')];
    const child = spawn(program, [...given, ...options, ...folders], { stdio: 'ignore' });
    this.process = child;
    for (const until = performance.now() + STARTS_WITHIN_MS; !(await this.isLive()); await pause(100)) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
      if (performance.now() > until) throw new Error('The server does not come up');
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  private async isLive(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
