/** One server-sent event as a browser receives it. */
export interface Heard {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly id?: string;
}

/** Time limit for an event in specifications, in ms: far more than needed. */
const LONGEST_WAIT_MS = 20_000;

/** An open stream, read as it arrives. */
export class StreamReader {
  readonly received: Heard[] = [];
  /** True once the server has ended it cleanly; rejects if it was cut. */
  readonly over: Promise<true>;
  private readonly leaving: AbortController;
  private waiting: (() => void)[] = [];

  private constructor(response: Response, leaving: AbortController) {
    this.leaving = leaving;
    this.over = this.read(response.body as ReadableStream<Uint8Array>);
    // Awaited by some specifications; leaving cuts the stream, too.
    this.over.catch(() => undefined);
  }

  /** Opens the stream; returns the response itself if it is no stream. */
  static async open(url: string, cookie: string, lastEventId?: string): Promise<StreamReader> {
    const leaving = new AbortController();
    const headers = { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const response = await fetch(url, { headers, signal: leaving.signal });
    if (response.status !== 200) throw new Error(`${url} was answered ${response.status}`);
    const reader = new StreamReader(response, leaving);
    await reader.until(({ event }) => event === 'ready');
    return reader;
  }

  /** The first event from number `from` on for which `is` holds; waits for it if necessary. */
  async until(is: (message: Heard) => boolean, from = 0): Promise<Heard> {
    const late = setTimeout(() => this.wake(), LONGEST_WAIT_MS);
    const deadline = performance.now() + LONGEST_WAIT_MS;
    try {
      for (;;) {
        const found = this.received.slice(from).find(is);
        if (found) return found;
        if (performance.now() >= deadline)
          throw new Error(`Not heard; heard was ${JSON.stringify(this.received.slice(from))}`);
        await new Promise<void>((resolve) => this.waiting.push(resolve));
      }
    } finally {
      clearTimeout(late);
    }
  }

  /** Disconnects. */
  leave(): void {
    this.leaving.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<true> {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const parts = (text + chunk).split('\n\n');
      text = parts.pop()!;
      for (const part of parts) this.take(part.split('\n'));
    }
    return true;
  }

  private take(lines: readonly string[]): void {
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const event = field('event');
    if (event === undefined) return;
    const id = field('id');
    this.received.push({ event, data: JSON.parse(field('data')!) as Heard['data'], ...(id !== undefined && { id }) });
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}
