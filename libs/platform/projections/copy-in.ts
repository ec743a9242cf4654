import type { ClientBase, Connection, Submittable } from 'pg';

const COPY_DATA = 0x64; // 'd'
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]); // 'c'
/** 'f' with an empty reason: the server ends the statement with an error. */
const COPY_FAIL = Buffer.from([0x66, 0, 0, 0, 5, 0]);

/**
 * Sends `COPY … FROM STDIN` and its text. The next chunk is made when the connection has taken the one before, so that
 * memory use does not depend on the number of rows. Nothing is written when it throws.
 */
export async function copyIn(client: ClientBase, statement: string, chunks: Iterable<string>): Promise<void> {
  await client.query(new CopyIn(statement, chunks)).ended;
}

/** The driver calls these methods for the statement that is under way. */
class CopyIn implements Submittable {
  private readonly end = Promise.withResolvers<void>();
  readonly ended = this.end.promise;
  private over = false;
  /** Why the next chunk could not be made. */
  private fault: unknown;
  private goOn: () => void = () => undefined;

  constructor(
    private readonly statement: string,
    private readonly chunks: Iterable<string>,
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
      for (const chunk of this.chunks) {
        if (this.over) return;
        if (!stream.write(copyData(chunk))) await this.taken(stream);
      }
    } catch (fault) {
      this.fault = fault;
    }
    if (!this.over) stream.write(this.fault === undefined ? COPY_DONE : COPY_FAIL);
  }

  /** Resolves when the connection accepts more, or the statement has failed. */
  private taken(stream: Connection['stream']): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = () => {
        stream.off('drain', this.goOn);
        resolve();
      };
      stream.once('drain', this.goOn);
    });
  }
}

/** Bytes of UTF-8 that one code unit of a text takes at most. */
const MOST_BYTES = 3;
const HEADER_BYTES = 5;

/** A message of `COPY` with the chunk, which is encoded in one pass: counting its bytes before would take as long again. */
function copyData(chunk: string): Buffer {
  const message = Buffer.allocUnsafe(HEADER_BYTES + MOST_BYTES * chunk.length);
  const length = message.write(chunk, HEADER_BYTES);
  message[0] = COPY_DATA;
  message.writeInt32BE(4 + length, 1);
  return message.subarray(0, HEADER_BYTES + length);
}
