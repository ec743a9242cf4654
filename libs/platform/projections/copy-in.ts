import type { ClientBase, Connection, Submittable } from 'pg';

const COPY_DATA = 0x64; // 'd'
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]); // 'c'
/** 'f' with an empty reason: the server ends the statement with an error. */
const COPY_FAIL = Buffer.from([0x66, 0, 0, 0, 5, 0]);

const HEADER_BYTES = 5;
/** Bytes of UTF-8 that one code unit of a text takes at most. */
const MOST_BYTES = 3;
/** Bytes of a message, unless one line is longer. */
const MESSAGE_BYTES = 65_536;
/** Bytes that may wait to be sent. A rebuild also folds, and sends nothing meanwhile: PostgreSQL must have enough to do. */
const MOST_WAITING = 1_048_576;

/**
 * Sends `COPY … FROM STDIN` and the lines of its text, each with its line break. They are made as the connection takes
 * them, so that memory use does not depend on the number of rows. Nothing is written when it throws.
 */
export async function copyIn(client: ClientBase, statement: string, lines: Iterable<string>): Promise<void> {
  await client.query(new CopyIn(statement, lines)).ended;
}

/** The driver calls these methods for the statement that is under way. */
class CopyIn implements Submittable {
  private readonly end = Promise.withResolvers<void>();
  readonly ended = this.end.promise;
  private over = false;
  /** Why the next line could not be made. */
  private fault: unknown;
  /** Bytes given to the connection and not yet sent. */
  private waiting = 0;
  /** Buffers of messages that have been sent. */
  private readonly free: Buffer[] = [];
  private goOn: () => void = () => undefined;

  constructor(
    private readonly statement: string,
    private readonly lines: Iterable<string>,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.statement);
  }

  handleCopyInResponse({ stream }: Connection): void {
    void this.send(stream);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.over = true;
    this.end.resolve();
  }

  handleError(fault: unknown): void {
    this.over = true;
    this.end.reject(this.fault ?? fault);
    this.goOn();
  }

  private async send(stream: Connection['stream']): Promise<void> {
    try {
      let message = this.bufferOf(MESSAGE_BYTES);
      let length = HEADER_BYTES;
      for (const line of this.lines) {
        const most = MOST_BYTES * line.length;
        if (length + most > message.length) {
          if (length > HEADER_BYTES) this.post(stream, message, length);
          if (this.waiting > MOST_WAITING) await this.room();
          if (this.over) return;
          message = this.bufferOf(HEADER_BYTES + most);
          length = HEADER_BYTES;
        }
        length += message.write(line, length);
      }
      if (length > HEADER_BYTES) this.post(stream, message, length);
    } catch (fault) {
      this.fault = fault;
    }
    if (!this.over) stream.write(this.fault === undefined ? COPY_DONE : COPY_FAIL);
  }

  /** A buffer of at least so many bytes. Most are used again: memory outside of the heap also makes its collector run. */
  private bufferOf(bytes: number): Buffer {
    if (bytes > MESSAGE_BYTES) return Buffer.allocUnsafeSlow(bytes);
    return this.free.pop() ?? Buffer.allocUnsafeSlow(MESSAGE_BYTES);
  }

  private post(stream: Connection['stream'], message: Buffer, length: number): void {
    message[0] = COPY_DATA;
    message.writeInt32BE(length - 1, 1);
    this.waiting += length;
    stream.write(message.subarray(0, length), () => {
      this.waiting -= length;
      if (message.length === MESSAGE_BYTES) this.free.push(message);
      if (this.waiting <= MOST_WAITING) this.goOn();
    });
  }

  /** Resolves when the connection has room for another message, or the statement has failed. */
  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
    });
  }
}
