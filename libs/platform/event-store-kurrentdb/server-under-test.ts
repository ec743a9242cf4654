import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts, NodeUnderTest } from './node-under-test.js';

/** A dedicated KurrentDB of one node or several, which tests kill and freeze. */
export class ServerUnderTest {
  private constructor(
    private readonly nodes: readonly NodeUnderTest[],
    private readonly folder: string,
  ) {}

  /** `command` runs the server's program with its options, such as `dotnet /opt/kurrentdb/KurrentDB.dll`. */
  static async start(command: string, size = 1): Promise<ServerUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'samspill-kurrentdb-'));
    const ports = await freePorts(2 * size);
    const nodes = ports.slice(0, size).map((port, i) => {
      const others = ports.slice(0, size).filter((other) => other !== port);
      const seeds = others.map((other) => `127.0.0.1:${other}`).join(',');
      const cluster = ['--cluster-size', `${size}`, '--discover-via-dns', 'false', '--gossip-seed', seeds];
      const options = ['--replication-port', `${ports[size + i]}`, ...(size === 1 ? [] : cluster)];
      return new NodeUnderTest({ command, folder: join(folder, `${i}`), port, options });
    });
    const server = new ServerUnderTest(nodes, folder);
    await Promise.all(nodes.map((node) => node.run()));
    await server.leader();
    return server;
  }

  get url(): string {
    return `kurrentdb://${this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?tls=false`;
  }

  /** Kills the leader as a power cut does, and restarts it on its data. */
  async killAndRestart(): Promise<void> {
    const leader = await this.leader();
    await leader.kill();
    if (this.nodes.length > 1) await this.leader();
    await leader.run();
  }

  /** Stops the leader, with its connections open, until `meanwhile` is done. */
  async freeze(meanwhile: () => Promise<void>): Promise<void> {
    await (await this.leader()).freeze(meanwhile);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Waits for a leader. */
  private async leader(): Promise<NodeUnderTest> {
    for (;;) {
      for (const node of this.nodes) if ((await stateOf(node)) === 'leader') return node;
      await pause(100);
    }
  }
}

/** State that a node reports: `leader`, `follower`, …; undefined if it does not answer. */
async function stateOf(node: NodeUnderTest): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${node.port}/info`, { signal: AbortSignal.timeout(1_000) });
    return ((await answer.json()) as { state?: string }).state?.toLowerCase();
  } catch {
    return undefined;
  }
}
