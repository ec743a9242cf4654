/** A mail as its composer makes it; HTML and text have the same content. */
export interface MailContent {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: 'nb' | 'nn' | 'en';
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /**
   * Only for mail that the receiver may stop: a link that a mail program may POST to (RFC 8058), and that shows a page
   * with a button when it is opened.
   */
  readonly unsubscribe?: { readonly url: string };
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly content: string };
}

/** The sender of an installation's mail. */
export interface MailFrom {
  readonly name: string;
  readonly address: string;
}

/** Longest address of RFC 5321. */
const LONGEST_ADDRESS = 254;

/**
 * True for an address that mail can be sent to: one `@`, and no characters that have a meaning in a header or an SMTP
 * command.
 */
export const isMailAddress = (address: string): boolean =>
  address.length <= LONGEST_ADDRESS && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address);

/** The part after the `@`. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
