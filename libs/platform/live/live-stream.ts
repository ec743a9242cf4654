import type { Asker } from '#platform/identity';

/** The part of a response that a stream uses. */
export interface StreamSink {
  write(text: string): boolean;
  end(): unknown;
  destroy(): unknown;
  /** Bytes that the client has not read yet. */
  readonly writableLength: number;
}

/** Most unread bytes per client: some hundred events. */
const MOST_WAITING = 32 * 1024;
/** Delay before a browser reconnects after its stream has ended, in ms. */
const RETRY_MS = 2_000;

/**
 * One open stream of server-sent events. A client that does not read is disconnected rather than buffered for; it
 * reconnects, and reads the current state.
 */
export class LiveStream {
  private readonly over = new AbortController();
  private waitedAtLastBeat = false;

  constructor(
    readonly asker: Asker,
    /** True while the session is valid and the right still held. */
    private readonly stillMay: () => Promise<boolean>,
    private readonly sink: StreamSink,
  ) {
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Aborts when the stream has ended, whichever side ended it. */
  get ended(): AbortSignal {
    return this.over.signal;
  }

  /** The client sends `id` as `Last-Event-ID` when it reconnects. */
  send(event: string, data: object, id?: bigint): void {
    this.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends the stream cleanly; the client may reconnect. */
  end(): void {
    if (this.ended.aborted) return;
    this.over.abort();
    this.sink.end();
  }

  /** The client has disconnected. */
  gone(): void {
    this.over.abort();
  }

  /** Sends a heartbeat, if the stream may continue. */
  async beat(): Promise<void> {
    // Nothing read since the last heartbeat: the client has gone, or is too slow.
    if (this.waitedAtLastBeat && this.sink.writableLength > 0) return this.cutOff();
    this.waitedAtLastBeat = this.sink.writableLength > 0;
    await this.check();
    this.write(': beat\n\n');
  }

  /** Ends the stream, unless it may continue. */
  async check(): Promise<void> {
    // When the check fails, as in a database outage, no data is sent either, so the stream stays open until the next
    // heartbeat.
    if (!(await this.stillMay().catch(() => true))) this.end();
  }

  private write(text: string): void {
    if (this.ended.aborted) return;
    if (this.sink.writableLength > MOST_WAITING) return this.cutOff();
    this.sink.write(text);
  }

  private cutOff(): void {
    this.over.abort();
    this.sink.destroy();
  }
}
