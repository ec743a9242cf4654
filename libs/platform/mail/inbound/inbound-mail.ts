import PostalMime, { type Attachment, type Email } from 'postal-mime';

/** A mail that has arrived for the installation. Written by a stranger: nothing in it is trusted. */
export interface InboundMessage {
  /** Addresses that it was delivered to, in small letters: the given one first, then those of its headers. */
  readonly recipients: readonly string[];
  readonly messageId: string;
  /** Its parts except the readable text, each as text. */
  readonly parts: readonly InboundPart[];
}

export interface InboundPart {
  /** In small letters, `message/delivery-status`. */
  readonly type: string;
  /** In capital letters: the method of a calendar part, `REPLY`. */
  readonly method: string | null;
  readonly content: string;
}

/** The result of an arrived mail: a sentence for the log of the mail server, without addresses and names. */
export type InboundOutcome = { readonly done: string } | { readonly rejected: string };

/**
 * Takes mails with one kind of content. A context contributes it by `Context.inboundMail`; it is injected from that
 * context's module. The same mail may come any number of times, and changes something only once.
 */
export abstract class InboundHandler {
  /** Null for content of another kind. */
  abstract take(message: InboundMessage): Promise<InboundOutcome | null>;
}

/** Larger mails are not read. */
export const LONGEST_INBOUND_BYTES = 5 * 1024 * 1024;
const DEEPEST_NESTING = 10;
const LONGEST_HEADERS_BYTES = 256 * 1024;
/** Headers in which mail servers write the address that a mail was delivered to. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'to'];
const MOST_RECIPIENTS = 20;

/** Gives each mail to the handler of its content. */
export class InboundMail {
  constructor(private readonly handlers: () => readonly InboundHandler[]) {}

  /** @param recipient the envelope recipient, where the mail server tells it */
  async take(bytes: Buffer, recipient?: string): Promise<InboundOutcome> {
    if (bytes.length > LONGEST_INBOUND_BYTES) return { rejected: TOO_LARGE };
    const message = await read(bytes, recipient);
    if (!message) return { rejected: 'This cannot be read as a mail.' };
    for (const handler of this.handlers()) {
      const outcome = await handler.take(message);
      if (outcome) return outcome;
    }
    return { rejected: 'The mail has nothing that Samspill takes: it is no report about an undeliverable mail.' };
  }
}

export const TOO_LARGE = `The mail is larger than ${LONGEST_INBOUND_BYTES / 1024 / 1024} MiB, and was not read.`;

async function read(bytes: Buffer, recipient: string | undefined): Promise<InboundMessage | undefined> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, {
      attachmentEncoding: 'utf8',
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_NESTING,
      maxHeadersSize: LONGEST_HEADERS_BYTES,
    });
  } catch {
    // Its limits, and bytes that are no mail.
    return undefined;
  }
  if (mail.headers.length === 0) return undefined;
  const inHeaders = DELIVERED_TO.flatMap((name) =>
    mail.headers.filter(({ key }) => key === name).flatMap(({ value }) => value.split(/[\s<>,;:"]/)),
  ).filter((word) => word.includes('@'));
  return {
    recipients: [...(recipient === undefined ? [] : [recipient]), ...inHeaders]
      .slice(0, MOST_RECIPIENTS)
      .map((address) => address.toLowerCase()),
    messageId: mail.messageId ?? '',
    parts: mail.attachments.map(partOf),
  };
}

const partOf = ({ mimeType, method, content }: Attachment): InboundPart => ({
  type: mimeType.toLowerCase(),
  method: method ?? null,
  content: typeof content === 'string' ? content : '',
});
