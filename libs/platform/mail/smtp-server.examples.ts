import type { Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server has received it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** The server's treatment of a mail; the default accepts it. `cut` ends the connection without an answer. */
export interface ServerBehaviour {
  readonly onRecipient?: (address: string) => number | undefined;
  readonly onMail?: (mail: ReceivedMail) => number | 'cut' | undefined | Promise<number | 'cut' | undefined>;
  /** Ends the connection when this many bytes of a mail have come. */
  readonly cutAfterBytes?: number;
}

/** A real SMTP server on a port of its own. */
export class SmtpUnderTest {
  /** Mails of which the server has received the final dot, in order. */
  readonly received: ReceivedMail[] = [];
  behaviour: ServerBehaviour = {};
  connections = 0;
  private server: SMTPServer | undefined;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly options: SMTPServerOptions = {}) {}

  /** Starts it, again on the same port after `stop`. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      hidePIPELINING: false,
      disableReverseLookup: true,
      logger: false,
      ...this.options,
      onRcptTo: ({ address }, _, callback) => {
        const code = this.behaviour.onRecipient?.(address);
        callback(code === undefined ? null : refusal(code));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        let length = 0;
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length >= (this.behaviour.cutAfterBytes ?? Infinity)) this.cutAll();
        });
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail: ReceivedMail = {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address).join(),
            bytes: Buffer.concat(chunks),
          };
          void this.answer(mail, callback);
        });
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', () => resolve()));
    this.port = (server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Ends every connection at once. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    this.cutAll();
    await closed;
  }

  private async answer(mail: ReceivedMail, callback: (fault?: Error | null) => void): Promise<void> {
    this.received.push(mail);
    const answer = await this.behaviour.onMail?.(mail);
    if (answer === 'cut') this.cutAll();
    else callback(answer === undefined ? null : refusal(answer));
  }
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error(responseCode >= 500 ? '5.1.1 refused' : '4.2.1 later'), { responseCode });
