import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { isMailAddress, type MailContent } from './mail-content.js';
import { messageText, type MessageIdentity } from './mime.js';

const IDENTITY = {
  dispatchId: '018f0c5e-7a6b-5c4d-8e9f-0a1b2c3d4e5f',
  from: { name: 'Samspill i Fjordvik', address: 'samspill@fjordvik.example' },
  at: new Date('2026-11-30T06:00:00Z'),
};
const CONTENT: MailContent = {
  to: { name: 'Ragnhild Håvåg', address: 'ragnhild@example.no' },
  language: 'nb',
  subject: 'Ukesoppsummering uke 49 – 3 saker krever deg',
  html: '<!doctype html><html lang="nb"><title>Uke 49</title><p>Tre saker krever deg – «nå».</p></html>',
  text: 'Tre saker krever deg – «nå».\n',
};
const INVITATION = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'SUMMARY:Møte på Lyngneset', 'END:VCALENDAR', ''].join('\r\n');

const messageBytes = (content: MailContent, identity: MessageIdentity) =>
  Buffer.from(messageText(content, identity), 'latin1');
const messageOf = (given: Partial<MailContent> = {}) => messageBytes({ ...CONTENT, ...given }, IDENTITY);
const headersIn = (bytes: Buffer): readonly string[] =>
  bytes
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
const names = (headers: readonly string[]) => headers.map((header) => header.slice(0, header.indexOf(':')));

describe('a message', () => {
  test('has both parts, and says that it is automatic', async () => {
    const bytes = messageOf();
    const parsed = await simpleParser(bytes);
    expect(parsed).toMatchObject({
      subject: CONTENT.subject,
      date: IDENTITY.at,
      messageId: `<${IDENTITY.dispatchId}@fjordvik.example>`,
      text: CONTENT.text,
      html: CONTENT.html,
      from: { value: [IDENTITY.from] },
      to: { value: [CONTENT.to] },
      attachments: [],
    });
    expect(headersIn(bytes)).toEqual(
      expect.arrayContaining([
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
        'Content-Language: nb',
      ]),
    );
    expect(names(headersIn(bytes)).filter((name) => /^list-|^x-mailer|^bcc/i.test(name))).toEqual([]);
  });

  test('has the same bytes each time', async () => {
    const calendar = { method: 'REQUEST', content: INVITATION } as const;
    expect(messageOf({ calendar }).equals(messageOf({ calendar }))).toBe(true);
    const other = { ...IDENTITY, dispatchId: '018f0c5e-7a6b-5c4d-8e9f-0a1b2c3d4e60' };
    expect(messageBytes(CONTENT, other).equals(messageOf())).toBe(false);
  });

  test('is ASCII, with lines of at most 998 characters and CRLF only', async () => {
    const long = 'Æ'.repeat(5_000);
    const bytes = messageOf({
      subject: long,
      html: `<p>${long}</p>`,
      text: long,
      to: { ...CONTENT.to, name: long },
    });
    const text = bytes.toString('latin1');
    expect(text).toMatch(/^[\r\n\x20-\x7e\t]+$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(await simpleParser(bytes)).toMatchObject({ subject: long, text: expect.stringContaining(long) });
  });

  test('can be stopped where it has a link for that', async () => {
    const headers = headersIn(messageOf({ unsubscribe: { url: 'https://samspill.example/stopp?t=a>b c' } }));
    expect(headers).toContain('List-Unsubscribe: <https://samspill.example/stopp?t=a%3Eb%20c>');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('carries an invitation as alternative and as invite.ics', async () => {
    const bytes = messageOf({ calendar: { method: 'REQUEST', content: INVITATION } });
    expect(bytes.toString('latin1')).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r\n/);
    const { attachments, text, html } = await simpleParser(bytes);
    expect({ text, html }).toEqual({ text: CONTENT.text, html: CONTENT.html });
    const invitations = attachments.map(({ filename, contentType, content }) => [
      filename,
      contentType,
      content.toString(),
    ]);
    expect(invitations).toContainEqual(['invite.ics', 'application/ics', INVITATION]);
    expect(invitations).toContainEqual([undefined, 'text/calendar', INVITATION]);
  });

  test('has the headers of every other message, whatever its names, subject and texts are', async () => {
    const expected = names(headersIn(messageOf())).sort();
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Kari\r\nBcc: all@example.no',
        'Kari\nBcc: all@example.no\n\nHei',
        'x" <all@example.no>, "y',
        '=?utf-8?B?DQpCY2M6IGFsbEBleGFtcGxlLm5v?=',
        'Kari\u2028Bcc: all@example.no',
        '.\r\nQUIT\r\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, subject, text) => {
        // An empty subject or text has no header.
        const given = { subject: `S${subject}`, text: `T${text}` };
        const bytes = messageOf({ to: { name, address: 'kari@example.no' }, ...given });
        expect(names(headersIn(bytes)).sort()).toEqual(expected);
        const { to, bcc, cc } = await simpleParser(bytes);
        expect({ bcc, cc }).toEqual({ bcc: undefined, cc: undefined });
        expect(
          [to]
            .flat()
            .flatMap((each) => each?.value ?? [])
            .map(({ address }) => address),
        ).toEqual(['kari@example.no']);
      }),
    );
  });
});

test.each([
  ['kari.nordmann+tfs@fjordvik.kommune.no', true],
  ['kåre@blåbær.no', true],
  ['', false],
  ['kari', false],
  ['@example.no', false],
  ['kari@', false],
  ['kari nordmann@example.no', false],
  ['kari@example.no, all@example.no', false],
  ['kari@example.no>\r\nRCPT TO:<all@example.no', false],
  ['Kari <kari@example.no>', false],
  ['kari@exam\u0000ple.no', false],
  [`${'a'.repeat(65)}@example.no`, false],
])('%j can be written to: %s', (address, expected) => {
  expect(isMailAddress(address)).toBe(expected);
});
