import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

type Answered = (fault: Error | null, answer?: string) => void;

/** The part of the library's connection that its types leave out. */
interface Inside {
  readonly _socket: Socket;
  readonly _responseActions: ((answer: string) => void)[];
  _actionSMTPStream(answer: string, answered: Answered): void;
}

/** What the library writes a mail into when the server waits for it. */
interface MailSink {
  outByteCount: number;
  write(bytes: Buffer): void;
  end(): void;
}

type StreamOf = (this: SMTPConnection, answered: Answered) => MailSink;
const libraryStream = (SMTPConnection.prototype as unknown as { readonly _createSendStream: StreamOf })
  ._createSendStream;

/**
 * The library's connection, which can write a mail that is in memory at once. The library's own way through two streams
 * takes a third of the processor time of handing a short mail over (ADR 0369). A version of the library that no longer
 * calls this method sends by its streams.
 */
export class WholeMailConnection extends SMTPConnection {
  /** Set for a mail that is written at once; called before its first byte. */
  whenWritten: (() => void) | undefined;

  _createSendStream(answered: Answered): MailSink {
    const { whenWritten } = this;
    if (whenWritten === undefined) return libraryStream.call(this, answered);
    const inside = this as unknown as Inside;
    inside._responseActions.push((answer) => inside._actionSMTPStream(answer, answered));
    return {
      outByteCount: 0,
      write(bytes) {
        whenWritten();
        const mail = withEscapedDots(bytes);
        const end = mail.subarray(-CRLF.length).equals(CRLF) ? END : LINE_AND_END;
        this.outByteCount = mail.length + end.length;
        // One packet.
        inside._socket.cork();
        inside._socket.write(mail);
        inside._socket.write(end);
        inside._socket.uncork();
      },
      end: () => undefined,
    };
  }
}

const CRLF = Buffer.from('\r\n');
const END = Buffer.from('.\r\n');
const LINE_AND_END = Buffer.from('\r\n.\r\n');
const LINE_WITH_DOT = Buffer.from('\n.');
const DOT = '.'.charCodeAt(0);

/** A dot at the beginning of a line is doubled (RFC 5321 § 4.5.2). */
const withEscapedDots = (bytes: Buffer): Buffer =>
  bytes[0] === DOT || bytes.includes(LINE_WITH_DOT)
    ? Buffer.from(bytes.toString('latin1').replaceAll(/(^|\n)\./g, '$1..'), 'latin1')
    : bytes;
