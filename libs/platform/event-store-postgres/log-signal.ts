import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { expectLogin, type LoginGroup } from '#platform/database';
import { connectionConfig } from './connections.js';

const CHANNEL = 'samspill_log';
const LISTEN = `LISTEN ${CHANNEL}`;
/** A waiting reader checks the log itself after this time, in ms: a signal may be lost, an event may not. */
const POLL = 1_000;
/** Shortest time between two signals to other processes, in ms; the second covers all appends in between. */
const QUIET = 2;
const RECONNECT = 500;

/**
 * Signals that the log has grown: at once within the process and by NOTIFY to the others, over a dedicated connection
 * and after the append's transaction. Only a wake-up; readers read the log.
 */
export class LogSignal {
  /** Last known position of the log, and the last position signalled to all processes. */
  private knownPosition = 0n;
  private notifiedPosition = 0n;
  private readonly sleepers = new Set<() => void>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private notifying: Promise<void> | undefined;
  /** True once somebody here has waited for the log. A process that only appends is not woken by every signal. */
  private isAwaited = false;
  private closed = false;

  constructor(
    private readonly connectionString: string,
    private readonly role: LoginGroup,
    private readonly onTrouble: (error: unknown) => void,
    private readonly pollMs = POLL,
  ) {}

  /** The log now reaches `position`: wakes waiting readers here at once, and those in other processes soon after. */
  announce(position: bigint): void {
    this.reached(position);
    this.connect();
    this.notify();
  }

  /** Resolves when the log is known to reach beyond `after`, after `pollMs` at the latest, or on abort. */
  async growth(after: bigint, signal?: AbortSignal): Promise<void> {
    this.listen();
    this.connect();
    if (this.knownPosition > after || signal?.aborted) return;
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
    await Promise.all([this.connecting, this.notifying]);
    await this.client?.end().catch(() => undefined);
  }

  private reached(position: bigint): void {
    if (position <= this.knownPosition) return;
    this.knownPosition = position;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  private notify(): void {
    this.notifying ??= this.notifyWhileBehind().finally(() => (this.notifying = undefined));
  }

  private async notifyWhileBehind(): Promise<void> {
    while (this.client && this.knownPosition > this.notifiedPosition && !this.closed) {
      const position = this.knownPosition;
      try {
        await this.client.query({ name: 'tell', text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, `${position}`] });
      } catch (error) {
        // The others poll; after a reconnect the signal is sent again.
        return this.onTrouble(error);
      }
      if (position > this.notifiedPosition) this.notifiedPosition = position;
      await pause(QUIET);
    }
  }

  private connect(): void {
    if (this.client || this.connecting || this.closed) return;
    this.connecting = this.open()
      .catch((error: unknown) => {
        this.onTrouble(error);
        setTimeout(() => this.connect(), RECONNECT).unref();
      })
      .finally(() => (this.connecting = undefined));
  }

  /** Listens from the first wait on; a connection that is still to come begins with it. */
  private listen(): void {
    if (this.isAwaited) return;
    this.isAwaited = true;
    const { client } = this;
    // Signals sent before were missed: every reader checks once.
    client?.query(LISTEN).then(
      () => this.wakeAll(),
      (error: unknown) => this.lose(client, error as Error),
    );
  }

  private async open(): Promise<void> {
    // A signal need not survive a crash: without this, each NOTIFY would wait for the disk like an append.
    const client = new Client(connectionConfig(this.connectionString, this.role, { synchronous_commit: 'off' }));
    client.on('notification', ({ payload }) => {
      const position = BigInt(payload ?? 0);
      if (position > this.notifiedPosition) this.notifiedPosition = position;
      this.reached(position);
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      await expectLogin(client, this.role);
      if (this.isAwaited) await client.query(LISTEN);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    // Signals sent before this connection listened were missed: every reader checks once.
    this.wakeAll();
    this.notify();
  }

  private lose(client: Client, error?: Error): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    if (error) this.onTrouble(error);
    client.end().catch(() => undefined);
    setTimeout(() => this.connect(), RECONNECT).unref();
  }
}
