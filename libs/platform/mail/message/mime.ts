import { createHash } from 'node:crypto';
import { encode as base64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { encode as quotedPrintable, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp';
import { remembering } from './remembering.js';
import { domainOf, type MailContent, type MailFrom } from './mail-content.js';

/** Identity and time of a message; they never change once the mail is composed. */
export interface MessageIdentity {
  readonly dispatchId: string;
  readonly from: MailFrom;
  readonly at: Date;
}

/**
 * A mail as it is sent, in ASCII, with CRLF line ends and no line over 998 characters. The same content, identity and time
 * always give the same text. The library encodes headers and texts; the parts are joined here, since it joins them by a
 * chain of streams for each, which takes several times as long.
 */
export function messageText(content: MailContent, { dispatchId, from, at }: MessageIdentity): string {
  const { to, subject, html, text, language, unsubscribe, calendar } = content;
  const boundary = createHash('sha256').update(dispatchId).digest('hex').slice(0, 32);
  const texts = [textPart('text/plain', text), textPart('text/html', html)];
  const alternatives = (own: string) =>
    multipart('alternative', own, [
      ...texts,
      ...(calendar ? [textPart(`text/calendar; method=${calendar.method}`, calendar.content)] : []),
    ]);
  const body = calendar
    ? multipart('mixed', boundary, [joined(alternatives(`${boundary}-1`)), attachment(calendar.content)])
    : alternatives(boundary);
  const lines = [
    fromHeader(JSON.stringify(from)),
    addressHeader('To', to),
    subjectHeader(oneLine(subject)),
    `Message-ID: <${dispatchId}@${domainOf(from.address)}>`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Content-Language: ${language}`,
    // RFC 3834, and what Exchange looks at: absence notes must not answer.
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    ...(unsubscribe
      ? [
          foldLines(`List-Unsubscribe: <${linkOf(unsubscribe.url)}>`),
          'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        ]
      : []),
    'MIME-Version: 1.0',
    foldLines(`Content-Type: ${body.type}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body.content}`;
}

/** One for all, since a new one draws random numbers. */
const headers = new MimeNode(false, { textEncoding: 'Q' });

const addressHeader = (name: 'From' | 'To', { name: display, address }: MailFrom): string =>
  foldLines(`${name}: ${headers.encodeHeaderValue(name, { name: oneLine(display), address })}`);

const fromHeader = remembering((from) => addressHeader('From', JSON.parse(from) as MailFrom));
const subjectHeader = remembering((subject) => foldLines(`Subject: ${headers.encodeHeaderValue('Subject', subject)}`));

/** Parts of a message, and the `Content-Type` that says how they are joined. */
interface Joined {
  readonly type: string;
  readonly content: string;
}

const multipart = (kind: 'alternative' | 'mixed', boundary: string, parts: readonly string[]): Joined => ({
  type: `multipart/${kind}; boundary="${boundary}"`,
  content: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
});

const joined = ({ type, content }: Joined): string => `Content-Type: ${type}\r\n\r\n${content}`;

const attachment = (content: string): string =>
  'Content-Type: application/ics; name=invite.ics\r\nContent-Transfer-Encoding: base64\r\n' +
  `Content-Disposition: attachment; filename=invite.ics\r\n\r\n${wrapBase64(base64(withCrlf(content)))}`;

/** Everything is ASCII in quoted-printable, so that no server on the way has to change it. */
const textPart = (type: string, text: string): string =>
  `Content-Type: ${type.replace(/^[^;]+/, '$&; charset=utf-8')}\r\n` +
  `Content-Transfer-Encoding: quoted-printable\r\n\r\n${encoded(text)}`;

const encoded = remembering((text: string) => wrapQuotedPrintable(quotedPrintable(withCrlf(text))));

const withCrlf = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

/** Line ends and other control characters would end a header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The link without anything that could end the header or its angle brackets. */
const linkOf = (url: string): string => new URL(url).href.replaceAll(/[<>\s]/g, encodeURIComponent);
