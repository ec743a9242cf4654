import type { Asker } from '#platform/identity';

/** The part of a response that a stream needs. */
export interface StreamSink {
  write(text: string): boolean;
  end(): unknown;
  destroy(): unknown;
  /** Bytes that the client has not taken yet. */
  readonly writableLength: number;
}

/** Bytes that may wait for a client: some hundred events. */
const MOST_WAITING = 32 * 1024;
/** How soon a browser asks again after its stream has ended, in ms. */
const RETRY_MS = 2_000;

/**
 * One open stream of server-sent events. A client that does not take what it is sent is cut off, never buffered for: it
 * comes back, and reads anew.
 */
export class LiveStream {
  private readonly over = new AbortController();
  private waitedAtLastBeat = false;

  constructor(
    readonly asker: Asker,
    /** True while the session goes on and the right still holds. */
    private readonly stillMay: () => Promise<boolean>,
    private readonly sink: StreamSink,
  ) {
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Aborted when the stream is over, whoever ended it. */
  get ended(): AbortSignal {
    return this.over.signal;
  }

  /** `id` comes back as `Last-Event-ID` when the client connects again. */
  send(event: string, data: object, id?: bigint): void {
    this.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends the stream in good order; the client may come again. */
  end(): void {
    if (this.ended.aborted) return;
    this.over.abort();
    this.sink.end();
  }

  /** The client has gone. */
  gone(): void {
    this.over.abort();
  }

  /** A sign of life, where the stream may go on. */
  async beat(): Promise<void> {
    // Nothing taken since the last beat: the client is there no more, or too slow to be of use to it.
    if (this.waitedAtLastBeat && this.sink.writableLength > 0) return this.cutOff();
    this.waitedAtLastBeat = this.sink.writableLength > 0;
    // Where nobody can say, as when the database is away, nothing is sent either: the next beat asks again.
    if (await this.stillMay().catch(() => true)) this.write(': beat\n\n');
    else this.end();
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
