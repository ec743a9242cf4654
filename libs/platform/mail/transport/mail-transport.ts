import type { Handover } from '../dispatch/dispatch.js';
import type { Letter } from '../dispatch/claims.js';

/** Hands bytes to a mail server. Only `MailSender` may, since every mail needs its dispatch row. */
export abstract class MailTransport {
  /** Number of mails that it can hand over at the same time. */
  abstract readonly connections: number;
  /** Waits until the limit of mails in a minute allows another. False when the signal aborts first. */
  abstract turn(signal: AbortSignal): Promise<boolean>;
  /** Answers for every failure; throws for a fault of the program only. */
  abstract handOver(letter: Letter, dispatchId: string): Promise<Handover>;
  /** Closes its connections; mails under way are handed over first. */
  abstract close(): Promise<void>;
}
