import { join } from 'node:path';
import type { MailEnvironment, SmtpServer } from '#platform/environment';
import type { MailFrom } from './message/mail-content.js';
import { SignedSender } from './message/signed-sender.js';

export interface SmtpSettings extends SmtpServer {
  /** Milliseconds without anything from the server, if other than five minutes. */
  readonly silentAtMostMs?: number;
}

/** How the installation sends mail: chosen once, when it is opened. */
export class MailSetup {
  readonly from: MailFrom;
  /** A mail server, or the folder that mails are written into. */
  readonly way: { readonly smtp: SmtpSettings } | { readonly folder: string };
  private readonly signed: SignedSender | undefined;

  /**
   * @param secret the installation's session key; asked for only where reports arrive
   * @param previous the previous session key, if reports about mail that it signed are still accepted
   */
  constructor(
    { from, smtp, bounces }: MailEnvironment,
    dataFolder: string,
    secret: () => Uint8Array,
    previous?: Uint8Array,
  ) {
    this.from = from;
    this.way = smtp ? { smtp } : { folder: join(dataFolder, 'mail') };
    this.signed = bounces === undefined ? undefined : new SignedSender(secret(), bounces, previous);
  }

  /**
   * True if mail to the installation reaches it. Otherwise nobody learns of a mail that could not be delivered after the
   * mail server had accepted it, and invitations cannot be answered.
   */
  get hasInboundPath(): boolean {
    return this.signed !== undefined;
  }

  /** The envelope sender of a mail: reports about it go there. */
  envelopeFrom(dispatchId: string): string {
    return this.signed?.addressOf(dispatchId) ?? this.from.address;
  }

  /** The dispatch whose envelope sender an address is. */
  dispatchOf(address: string): ReturnType<SignedSender['dispatchOf']> {
    return this.signed?.dispatchOf(address) ?? 'foreign';
  }
}
