import type { Composition, MailContent, RenderedMail } from '#platform/mail';
import type { PersonDto } from '#registry/contract';
import type { MailLanguage } from '../contract/index.js';

/** A rendered mail to a person; `noAddress` when they have none. */
export function mailTo(
  { name, email }: PersonDto,
  language: MailLanguage,
  { subject, html, text }: RenderedMail,
  more: Pick<MailContent, 'unsubscribe'> = {},
): Composition {
  if (email === null) return { noAddress: true };
  return { mail: { to: { name, address: email }, language, subject, html, text, ...more } };
}
