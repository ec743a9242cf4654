import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { domainOf, type MailContent, type MailFrom } from './mail-content.js';

/** Identity and time of a message; they never change once the mail is composed. */
export interface MessageIdentity {
  readonly dispatchId: string;
  readonly from: MailFrom;
  readonly at: Date;
}

/**
 * The bytes of a mail, with CRLF line ends and no line over 998 characters. The same content, identity and time always
 * give the same bytes.
 */
export async function messageBytes(content: MailContent, { dispatchId, from, at }: MessageIdentity): Promise<Buffer> {
  const { to, subject, html, text, language, unsubscribe, calendar } = content;
  const composer = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    messageId: `<${dispatchId}@${domainOf(from.address)}>`,
    date: at,
    text,
    html,
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.content, filename: 'invite.ics' },
    }),
    headers: {
      'Content-Language': language,
      // RFC 3834, and what Exchange looks at: absence notes must not answer.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe && {
        'List-Unsubscribe': `<${linkOf(unsubscribe.url)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Everything is ASCII then, so that no server on the way has to change it.
    textEncoding: 'quoted-printable',
    encoding: 'utf-8',
    newline: '\r\n',
    baseBoundary: createHash('sha256').update(dispatchId).digest('hex').slice(0, 32),
    // Content is never loaded from elsewhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Line ends and other control characters would end a header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The link without anything that could end the header or its angle brackets. */
const linkOf = (url: string): string => new URL(url).href.replaceAll(/[<>\s]/g, encodeURIComponent);
