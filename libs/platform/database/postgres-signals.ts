import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionOptions } from './connection.js';
import { expectLogin } from './expect-login.js';
import { Listeners, Signals, type SignalListener } from './signals.js';

const CHANNEL = 'samspill_signals';
/** PostgreSQL's limit for a NOTIFY payload is 8,000 bytes. */
const LONGEST_BYTES = 7_900;
const RECONNECT_MS = 500;

/**
 * Signals by LISTEN and NOTIFY, over one dedicated connection per process, opened at first use. A lost connection is
 * reopened. Whenever one has been opened, listeners are told that they may have missed signals.
 */
export class PostgresSignals extends Signals {
  private readonly listeners = new Listeners();
  private readonly closing = new AbortController();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  /** Payloads to send, in order; also filled while the connection is being opened. */
  private waiting: string[] = [];
  private sending: Promise<void> | undefined;
  private lost = false;

  constructor(
    private readonly url: string,
    private readonly onTrouble: (fault: unknown) => void = () => undefined,
  ) {
    super();
  }

  publish(topic: string, message: object): void {
    const payload = JSON.stringify({ topic, message });
    if (Buffer.byteLength(payload) > LONGEST_BYTES) throw new Error(`A signal on ${topic} is too long`);
    // A lost connection reaches nobody; listeners read the current state when it is back.
    if (!this.lost) this.waiting.push(payload);
    this.connect();
    this.send();
  }

  listen(topic: string, listener: SignalListener): () => void {
    this.connect();
    return this.listeners.add(topic, listener);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.connecting;
    await this.sending;
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private send(): void {
    this.sending ??= this.sendWaiting().finally(() => (this.sending = undefined));
  }

  private async sendWaiting(): Promise<void> {
    for (let { client } = this; client && this.waiting.length > 0; { client } = this) {
      try {
        const values = [CHANNEL, this.waiting.shift()];
        await client.query({ name: 'tell', text: 'select pg_notify($1, $2)', values });
      } catch (fault) {
        this.lose(client, fault);
      }
    }
  }

  private connect(): void {
    if (this.client || this.connecting || this.closing.signal.aborted) return;
    this.connecting = this.open().finally(() => (this.connecting = undefined));
  }

  private async open(): Promise<void> {
    while (!this.closing.signal.aborted) {
      try {
        this.begin(await this.listening());
        return;
      } catch (fault) {
        this.lost = true;
        this.waiting = [];
        this.onTrouble(fault);
        await pause(RECONNECT_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
  }

  private async listening(): Promise<Client> {
    // A signal need not survive a crash: without this, each NOTIFY would wait for the disk like an append.
    const options = connectionOptions(this.url, 'samspill_app');
    const client = new Client({ ...options, options: `${options.options} -c synchronous_commit=off` });
    client.on('notification', ({ payload }) => this.receive(payload));
    client.on('error', (fault) => this.lose(client, fault));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      await expectLogin(client, 'samspill_app');
      await client.query(`listen ${CHANNEL}`);
      return client;
    } catch (fault) {
      client.end().catch(() => undefined);
      throw fault;
    }
  }

  private begin(client: Client): void {
    this.client = client;
    this.lost = false;
    this.send();
    // Also at the first connection: listeners were there before it was.
    this.listeners.missed();
  }

  private receive(payload: string | undefined): void {
    const { topic, message } = JSON.parse(payload ?? '{}') as { topic?: string; message?: unknown };
    if (topic !== undefined) this.listeners.received(topic, message);
  }

  private lose(client: Client, fault?: unknown): void {
    if (this.client !== client || this.closing.signal.aborted) return;
    this.client = undefined;
    this.lost = true;
    this.waiting = [];
    if (fault !== undefined) this.onTrouble(fault);
    client.end().catch(() => undefined);
    this.connect();
  }
}
