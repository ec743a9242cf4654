import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, aPerson, due, MORNING, setupOf, TENANT, type MailUnderTest } from '../mail.examples.js';
import { withMail } from '../with-mail.examples.js';
import { addressDigest } from '../dispatch/unreachable-people.js';
import { SignedSender } from '../message/signed-sender.js';
import { Bounces } from './bounces.js';
import { InboundMail, LONGEST_INBOUND_BYTES } from './inbound-mail.js';

const NEVER = new AbortController().signal;
const daysLater = (days: number) => new Date(MORNING.getTime() + days * 86_400_000);

let mail: MailUnderTest;
let inbound: InboundMail;
const setup = () => setupOf({ SMTP_URL: smtp.url, MAIL_BOUNCES: 'bounce@example.no' });
const smtp = withMail((opened) => {
  mail = opened;
  inbound = inboundWith(setup());
});

function inboundWith(given: ReturnType<typeof setupOf>): InboundMail {
  const bounces = new Bounces({ source: mail.source, tables: mail.tables, clock: mail.clock, setup: given });
  return new InboundMail(() => [bounces]);
}

/** A mail to a person that the server has accepted, and its envelope sender. */
async function sent(personId: string, period = '2026-11-30'): Promise<{ sender: string; dispatchId: string }> {
  await mail.dispatches.announce(TENANT, [due(personId, { period })]);
  await mail.sender(setup()).drain(TENANT, NEVER);
  const { dispatchId } = (await mail.dispatches.of(TENANT, personId, { page: 1, size: 1 })).items[0]!;
  return { sender: smtp.received.at(-1)!.from, dispatchId };
}

const bounce = (to: string, fields: readonly string[], more: { readonly id?: string; readonly extra?: string } = {}) =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.no>',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <${more.id ?? '1'}@mx.example.no>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
      '',
      '--B',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'I am sorry to have to inform you that your message could not be delivered.',
      more.extra ?? '',
      '--B',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.no',
      '',
      'Final-Recipient: rfc822; kari@example.no',
      ...fields,
      '',
      '--B',
      'Content-Type: message/rfc822',
      '',
      'From: samspill@example.no',
      'Subject: Noe om noen',
      '',
      'Hei',
      '--B--',
      '',
    ].join('\r\n'),
  );
const UNKNOWN_MAILBOX = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 unknown'];
const DELAYED = ['Action: delayed', 'Status: 4.4.1'];
const stateOf = async (personId: string) =>
  (await mail.dispatches.of(TENANT, personId, { page: 1, size: 1 })).items[0]!.state;

describe('a report', () => {
  test('of a permanent fault: the mail has bounced, and the person cannot be reached', async () => {
    const person = aPerson();
    const { sender, dispatchId } = await sent(person);
    const outcome = await inbound.take(bounce(sender, UNKNOWN_MAILBOX));
    expect(outcome).toEqual({ done: `Recorded for mail ${dispatchId} of municipality ${TENANT}: 5.1.1.` });
    expect(await stateOf(person)).toBe('bounced');
    expect(await mail.unreachable.of(TENANT)).toEqual([
      {
        personId: person,
        since: MORNING,
        reason: 'undeliverable',
        status: '5.1.1',
        toDigest: addressDigest(addressOf(person)),
      },
    ]);
  });

  test('given again changes nothing', async () => {
    const person = aPerson();
    const { sender } = await sent(person);
    await inbound.take(bounce(sender, DELAYED));
    mail.clock.set(daysLater(9));
    expect(await inbound.take(bounce(sender, DELAYED))).toEqual({ done: expect.stringMatching(/^Known already/) });
    expect(await mail.unreachable.of(TENANT)).toEqual([]);
  });

  test('of a temporary fault counts after three days', async () => {
    const person = aPerson();
    const { sender } = await sent(person);
    await inbound.take(bounce(sender, DELAYED));
    expect(await stateOf(person)).toBe('accepted');
    expect(await mail.unreachable.of(TENANT)).toEqual([]);
    mail.clock.set(daysLater(3));
    await inbound.take(bounce(sender, ['Action: failed', 'Status: 4.4.7'], { id: '2' }));
    expect(await stateOf(person)).toBe('bounced');
    expect(await mail.unreachable.of(TENANT)).toEqual([
      {
        personId: person,
        since: MORNING,
        reason: 'undeliverable',
        status: '4.4.7',
        toDigest: addressDigest(addressOf(person)),
      },
    ]);
  });

  test('no longer counts when the person has another address', async () => {
    const person = aPerson();
    const { sender } = await sent(person);
    await inbound.take(bounce(sender, UNKNOWN_MAILBOX));
    mail.composer.decide = () => ({
      mail: {
        to: { name: 'Kari', address: 'ny@example.no' },
        language: 'nb',
        subject: 'Ny',
        html: '<p>Ny',
        text: 'Ny',
      },
    });
    mail.clock.set(daysLater(1));
    await mail.dispatches.announce(TENANT, [due(person, { period: 'later', dueAt: daysLater(1) })]);
    await mail.sender(setup()).drain(TENANT, NEVER);
    expect(await mail.unreachable.of(TENANT)).toEqual([]);
  });

  test('about a mail whose handing over was unsure: it had arrived, so it does not go again', async () => {
    const person = aPerson();
    smtp.behaviour = { onMail: () => 'cut' };
    const { sender } = await sent(person);
    await inbound.take(bounce(sender, UNKNOWN_MAILBOX));
    mail.clock.set(daysLater(1));
    await mail.sender(setup()).drain(TENANT, NEVER);
    expect(smtp.received).toHaveLength(1);
    expect(await stateOf(person)).toBe('bounced');
  });

  test('names its mail in the envelope, or in a header of the delivery', async () => {
    const { sender } = await sent(aPerson());
    expect(await inbound.take(bounce('postmaster@example.no', UNKNOWN_MAILBOX), sender.toUpperCase())).toHaveProperty(
      'done',
    );
    const { sender: other } = await sent(aPerson());
    const delivered = Buffer.concat([
      Buffer.from(`Delivered-To: ${other}\r\n`),
      bounce('x@example.no', UNKNOWN_MAILBOX),
    ]);
    expect(await inbound.take(delivered)).toHaveProperty('done');
  });

  test('of a delivery changes nothing', async () => {
    const person = aPerson();
    const { sender } = await sent(person);
    expect(await inbound.take(bounce(sender, ['Action: delivered', 'Status: 2.0.0']))).toHaveProperty('done');
    expect(await stateOf(person)).toBe('accepted');
  });
});

describe('a mail that is not taken', () => {
  const ID = '018f0c5e-7a6b-5c4d-8e9f-0a1b2c3d4e5f';
  const signed = (secret: string) =>
    new SignedSender(new TextEncoder().encode(secret), 'bounce@example.no').addressOf(ID);

  test.each([
    [
      'signed by another',
      () => bounce(signed('another session key of 32 characters'), UNKNOWN_MAILBOX),
      /not been signed/,
    ],
    ['to another address', () => bounce('kari@example.no', UNKNOWN_MAILBOX), /no envelope sender of this installation/],
    [
      'about an unknown mail',
      () => bounce(signed('a session key of 32 characters or more'), UNKNOWN_MAILBOX),
      /about a mail that is not known/,
    ],
    [
      'an absence note',
      () => Buffer.from('From: kari@example.no\r\nSubject: Borte\r\n\r\nHei'),
      /nothing that Samspill takes/,
    ],
    ['empty', () => Buffer.alloc(0), /cannot be read as a mail/],
    ['too large', () => Buffer.alloc(LONGEST_INBOUND_BYTES + 1, 'a'), /larger than 5 MiB/],
    ['of ten thousand nested parts', () => Buffer.from(nested(10_000)), /cannot be read as a mail/],
  ])('%s', async (_, message, sentence) => {
    const outcome = await inbound.take(message());
    expect(outcome).toEqual({ rejected: expect.stringMatching(sentence) });
    expect(JSON.stringify(outcome)).not.toMatch(/kari|@example/);
  });

  test('where reports are not set up', async () => {
    const { sender } = await sent(aPerson());
    const outcome = await inboundWith(setupOf({ SMTP_URL: smtp.url })).take(bounce(sender, UNKNOWN_MAILBOX));
    expect(outcome).toEqual({ rejected: expect.stringMatching(/^MAIL_BOUNCES is not set/) });
  });

  test('of any bytes at all, also within a report', async () => {
    const { sender } = await sent(aPerson());
    const whole = bounce(sender, DELAYED);
    const damaged = fc
      .tuple(fc.nat(whole.length), fc.nat(400), fc.uint8Array({ maxLength: 200 }))
      .map(([at, gone, put]) => Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + gone)]));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          damaged,
          fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
        ),
        async (bytes) => {
          expect(Object.keys(await inbound.take(bytes))).toEqual([expect.stringMatching(/^(done|rejected)$/)]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Parts within parts. */
function nested(depth: number): string {
  const lines = ['From: a@example.no', 'MIME-Version: 1.0'];
  for (let i = 0; i < depth; i += 1) lines.push(`Content-Type: multipart/mixed; boundary="b${i}"`, '', `--b${i}`);
  return lines.join('\r\n');
}
