import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STARTS_WITHIN_MS = 60_000;

/** Options of a node's process. */
export interface NodeSettings {
  /** Runs the server's program with its options, such as `dotnet /opt/kurrentdb/KurrentDB.dll`. */
  readonly command: string;
  readonly folder: string;
  readonly port: number;
  readonly options?: readonly string[];
}

/** One process of KurrentDB: insecure, on loopback, with its default flushing. Restarted when it ends by itself. */
export class NodeUnderTest {
  private process: ChildProcess | undefined;

  constructor(private readonly settings: NodeSettings) {}

  get port(): number {
    return this.settings.port;
  }

  /** Starts the program; resolves when it answers. */
  async run(): Promise<void> {
    const { command, folder, port, options = [] } = this.settings;
    const [program = '', ...given] = command.split(' ');
    const listens = ['--insecure', '--node-ip', '127.0.0.1', '--replication-ip', '127.0.0.1', '--node-port', `${port}`];
    const folders = ['--db', join(folder, 'db'), '--log', join(folder, 'log')];
    const child = spawn(program, [...given, ...listens, ...folders, ...options], { stdio: 'ignore' });
    this.process = child;
    // A cluster node with writes that no other node has ends by itself, and truncates them when it is restarted.
    child.once('exit', () => this.process === child && void this.run().catch(() => undefined));
    for (const until = performance.now() + STARTS_WITHIN_MS; !(await this.isLive()); await pause(100)) {
      if (performance.now() > until) throw new Error('The server does not come up');
      if (this.process !== child) return;
    }
  }

  /** Ends the process as a power cut does. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Stops the process, with its connections open, until `meanwhile` is done. */
  async freeze(meanwhile: () => Promise<void>): Promise<void> {
    this.process?.kill('SIGSTOP');
    try {
      await meanwhile();
    } finally {
      this.process?.kill('SIGCONT');
    }
  }

  private isLive(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await once(server.close(), 'close');
  return ports;
}
