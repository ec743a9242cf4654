import { Readable } from 'node:stream';
import type { Letter } from '../dispatch/claims.js';
import type { Handover } from '../dispatch/dispatch.js';
import type { SmtpSettings } from '../mail-setup.js';
import { handoverOf, type SmtpFailure } from './smtp-failure.js';
import { MOST_AT_ONCE, WholeMailConnection } from './whole-mail-connection.js';

/** Milliseconds until a connection and its greeting must be there. */
const GREETED_WITHIN_MS = 30_000;
/** Milliseconds without anything from the server. RFC 5321 allows ten minutes for the answer to a mail. */
const SILENT_AT_MOST_MS = 5 * 60_000;
/** A longer mail is sent in slices of this size. */
const SLICE_BYTES = MOST_AT_ONCE;

/** In slices, so that the end of a large mail is not read long before it has been sent. */
function slices(bytes: Buffer): Readable {
  let at = 0;
  return new Readable({
    read() {
      this.push(at < bytes.length ? bytes.subarray(at, (at += SLICE_BYTES)) : null);
    },
  });
}

/** One connection to a mail server, on which mails are handed over one after another. */
export class SmtpSession {
  private readonly connection: WholeMailConnection;
  private failure: SmtpFailure | undefined;
  /** Mails handed over on this connection. */
  mails = 0;

  constructor(private readonly settings: SmtpSettings) {
    this.connection = new WholeMailConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      requireTLS: settings.startTls === 'required',
      // Without a demand for TLS, a certificate that nobody knows is better than none.
      ...(settings.startTls === 'optional' && !settings.secure && { tls: { rejectUnauthorized: false } }),
      connectionTimeout: GREETED_WITHIN_MS,
      greetingTimeout: GREETED_WITHIN_MS,
      dnsTimeout: GREETED_WITHIN_MS,
      socketTimeout: settings.silentAtMostMs ?? SILENT_AT_MOST_MS,
    });
    // A failure of the connection also answers the command under way; without one, it shows at the next mail.
    this.connection.on('error', (fault: SmtpFailure) => void (this.failure ??= fault));
    this.connection.on('end', () => void (this.failure ??= { code: 'ECONNECTION' }));
  }

  /** True if the connection can take another mail. */
  get isOpen(): boolean {
    return this.failure === undefined;
  }

  /** Connects and signs in. Returns the failure, if there is one. */
  async open(): Promise<SmtpFailure | undefined> {
    const { user, password } = this.settings;
    const connected = await this.done((callback) => {
      // A failure before the greeting is emitted only.
      this.connection.once('error', callback);
      this.connection.connect(callback);
    });
    if (connected || user === undefined) return connected;
    return this.done((callback) => {
      this.connection.once('error', callback);
      this.connection.login({ credentials: { user, pass: password ?? '' } }, callback);
    });
  }

  /** Hands a mail over and returns the server's answer. */
  async handOver({ from, to, bytes }: Letter): Promise<Handover> {
    this.mails += 1;
    let isWhole = false;
    const whole = () => void (isWhole = true);
    const isShort = bytes.length <= SLICE_BYTES;
    // The final dot of a long mail is sent when the source has ended, and no earlier.
    const source = isShort ? bytes : slices(bytes).once('end', whole);
    this.connection.whenWritten = isShort ? whole : undefined;
    return new Promise((resolve) => {
      this.connection.send({ from, to: [to], size: bytes.length }, source, (fault, info) => {
        if (fault) {
          this.failure ??= fault;
          resolve(handoverOf(fault, isWhole));
        } else resolve({ accepted: true, response: info.response });
      });
    });
  }

  /** Takes leave of the server. */
  quit(): void {
    if (this.isOpen) this.connection.quit();
    else this.connection.close();
    this.failure ??= { code: 'ECONNECTION' };
  }

  private async done(
    start: (callback: (fault?: SmtpFailure | null) => void) => void,
  ): Promise<SmtpFailure | undefined> {
    const fault = await new Promise<SmtpFailure | null | undefined>((resolve) => start(resolve));
    if (!fault) return undefined;
    this.failure ??= fault;
    this.connection.close();
    return fault;
  }
}
