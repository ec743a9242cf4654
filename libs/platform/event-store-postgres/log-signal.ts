import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionConfig } from './connections.js';

const CHANNEL = 'samspill_log';
/** Who waits looks by himself after this long, in ms: a signal may be lost, an event may not. */
const POLL = 1_000;
/** Between two signals to other processes pass at least so many ms; the second tells of all that came meanwhile. */
const QUIET = 2;
const RECONNECT = 500;

/**
 * "The log has grown": told at once within the process and by NOTIFY to the others, over one connection of its own,
 * after the append's transaction and never in it. Only a wake-up; what is true is read from the log.
 */
export class LogSignal {
  /** How far the log reaches, as far as we know, and as far as every process has been told. */
  private heard = 0n;
  private told = 0n;
  private readonly sleepers = new Set<() => void>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private telling: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly connectionString: string,
    private readonly onTrouble: (error: unknown) => void,
    private readonly pollMs = POLL,
  ) {}

  /** The log now reaches to `position`: wakes who waits here, and soon those in other processes. */
  announce(position: bigint): void {
    this.hear(position);
    this.connect();
    this.tell();
  }

  /** Resolves when the log reaches beyond `after` as far as we hear, at the latest after `pollMs`, or on abort. */
  async growth(after: bigint, signal?: AbortSignal): Promise<void> {
    this.connect();
    if (this.heard > after || signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, this.pollMs);
      this.sleepers.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakeAll();
    await Promise.all([this.connecting, this.telling]);
    await this.client?.end().catch(() => undefined);
  }

  private hear(position: bigint): void {
    if (position <= this.heard) return;
    this.heard = position;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  private tell(): void {
    this.telling ??= this.tellUntilQuiet().finally(() => (this.telling = undefined));
  }

  private async tellUntilQuiet(): Promise<void> {
    while (this.client && this.heard > this.told && !this.closed) {
      const position = this.heard;
      try {
        await this.client.query({ name: 'tell', text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, `${position}`] });
      } catch (error) {
        // The others look by themselves; a lost connection tells again when it is back.
        return this.onTrouble(error);
      }
      if (position > this.told) this.told = position;
      await pause(QUIET);
    }
  }

  private connect(): void {
    if (this.client || this.connecting || this.closed) return;
    this.connecting = this.listen()
      .catch((error: unknown) => {
        this.onTrouble(error);
        setTimeout(() => this.connect(), RECONNECT).unref();
      })
      .finally(() => (this.connecting = undefined));
  }

  private async listen(): Promise<void> {
    // A signal need not survive a crash: without this, each would wait for the disk like an append.
    const client = new Client(connectionConfig(this.connectionString, { synchronous_commit: 'off' }));
    client.on('notification', ({ payload }) => {
      const position = BigInt(payload ?? 0);
      if (position > this.told) this.told = position;
      this.hear(position);
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    // Whatever was signalled before we listened: look once.
    this.wakeAll();
    this.tell();
  }

  private lose(client: Client, error?: Error): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    if (error) this.onTrouble(error);
    client.end().catch(() => undefined);
    setTimeout(() => this.connect(), RECONNECT).unref();
  }
}
