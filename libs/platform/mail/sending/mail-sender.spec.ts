import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { NewDispatch } from '../dispatch/dispatch.js';
import {
  addressOf,
  aPerson,
  due,
  ExampleComposer,
  MORNING,
  setupOf,
  TENANT,
  type MailUnderTest,
} from '../mail.examples.js';
import { withMail } from '../with-mail.examples.js';
import type { Drained, MailSender } from './mail-sender.js';

const NEVER = new AbortController().signal;
const ALL = { page: 1, size: 500 };
const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

let mail: MailUnderTest;
let sender: MailSender;
const smtp = withMail((opened) => {
  mail = opened;
  sender = mail.sender(setupOf({ SMTP_URL: smtp.url, MAIL_BOUNCES: 'bounce@example.no' }));
});

const drain = (from: MailSender = sender): Promise<Drained> => from.drain(TENANT, NEVER);
const announce = (...mails: readonly NewDispatch[]) => mail.dispatches.announce(TENANT, mails);
const dispatchOf = async (personId: string) => (await mail.dispatches.of(TENANT, personId, ALL)).items[0]!;
const messageIdIn = (bytes: Buffer) => /^Message-ID: (.+)$/im.exec(bytes.toString())?.[1]?.trim();

describe('a mail that is due', () => {
  test('is composed, kept and accepted, with its signed envelope sender', async () => {
    const person = aPerson();
    await announce(due(person));
    expect(await drain()).toMatchObject({ composed: 1, accepted: 1, refused: 0, unsure: 0, faults: [] });
    const { dispatchId, state, attempts, subject, answer } = await dispatchOf(person);
    expect({ state, attempts, subject }).toEqual({ state: 'accepted', attempts: 1, subject: 'Påminnelse 2026-11-30' });
    expect(answer).toMatch(/^250/);
    const [received] = smtp.received;
    expect(received).toMatchObject({ to: addressOf(person) });
    expect(received!.from).toMatch(/^bounce\+[a-z2-7]{26}\.[a-z2-7]{16}@example\.no$/);
    const kept = await mail.dispatches.one(TENANT, dispatchId);
    expect(kept!.bytes!.equals(received!.bytes)).toBe(true);
    const parsed = await simpleParser(received!.bytes);
    expect(parsed).toMatchObject({
      messageId: `<${dispatchId}@example.no>`,
      date: MORNING,
      subject: 'Påminnelse 2026-11-30',
    });
  });

  test('is announced once, however often', async () => {
    const person = aPerson();
    await announce(due(person), due(person));
    await announce(due(person, { dueAt: minutesLater(9) }), due(person, { period: '2026-12-01' }));
    await drain();
    await announce(due(person));
    await drain();
    expect(smtp.received).toHaveLength(2);
  });

  test('waits until it is due', async () => {
    const person = aPerson();
    await announce(due(person, { dueAt: minutesLater(1) }));
    expect(await drain()).toMatchObject({ composed: 0 });
    expect((await dispatchOf(person)).state).toBe('due');
    mail.clock.set(minutesLater(1));
    expect(await drain()).toMatchObject({ accepted: 1 });
  });

  test('has nothing to tell, or no address that mail can be sent to', async () => {
    const [quiet, without, wrong] = [aPerson(), aPerson(), aPerson()];
    mail.composer.decide = ({ personId }) => {
      if (personId === quiet) return { nothing: true };
      if (personId === without) return { noAddress: true };
      const to = { name: 'Kari', address: 'kari@example.no>\r\nRCPT TO:<all@example.no' };
      return { mail: { to, language: 'nb', subject: '', html: '', text: '' } };
    };
    await announce(due(quiet), due(without), due(wrong));
    await drain();
    expect((await dispatchOf(quiet)).state).toBe('nothing');
    expect((await dispatchOf(without)).state).toBe('no-address');
    expect((await dispatchOf(wrong)).state).toBe('no-address');
    expect(smtp.received).toEqual([]);
    expect(await mail.unreachable.of(TENANT)).toHaveLength(2);
  });

  test('that cannot be composed holds up no other, and is tried again after a minute', async () => {
    const [bad, good, left] = [aPerson(), aPerson(), aPerson()];
    mail.composer.decide = ({ personId }) => {
      if (personId === bad) throw new Error('a secret of Kari');
      return personId === left ? 'leave-out' : undefined;
    };
    await announce(due(bad), due(good), due(left), due(aPerson(), { kind: 'unknown' }));
    const { accepted, faults } = await drain();
    expect(accepted).toBe(1);
    expect(faults.map(({ kind, fault }) => `${kind}: ${fault.name}`).sort()).toEqual([
      'example: Error',
      'example: NoComposition',
      'unknown: NoComposer',
    ]);
    expect(JSON.stringify(faults)).not.toContain('Kari');
    expect(await dispatchOf(bad)).toMatchObject({ state: 'due', retryAt: minutesLater(1) });
    mail.composer.decide = () => undefined;
    mail.clock.set(minutesLater(1));
    expect(await drain()).toMatchObject({ accepted: 2 });
  });

  test('is composed together with the others of its kind', async () => {
    await announce(...Array.from({ length: 30 }, () => due(aPerson())));
    await drain();
    expect(mail.composer.calls).toEqual([30]);
  });
});

describe('the mail server', () => {
  test('refuses a receiver for now: the mail goes again, the same', async () => {
    const person = aPerson();
    smtp.behaviour = { onRecipient: () => 450 };
    await announce(due(person));
    expect(await drain()).toMatchObject({ accepted: 0, refused: 1 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'composed', attempts: 1, retryAt: minutesLater(1) });
    expect(await drain()).toMatchObject({ refused: 0 });
    smtp.behaviour = {};
    mail.clock.set(minutesLater(1));
    expect(await drain()).toMatchObject({ composed: 0, accepted: 1 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'accepted', attempts: 2 });
    expect((await simpleParser(smtp.received[0]!.bytes)).date).toEqual(MORNING);
  });

  test('refuses a receiver for good: that person could not be reached', async () => {
    const [person, other] = [aPerson(), aPerson()];
    smtp.behaviour = { onRecipient: (address) => (address === addressOf(person) ? 550 : undefined) };
    await announce(due(person), due(other));
    expect(await drain()).toMatchObject({ accepted: 1, refused: 1 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'refused', answer: expect.stringMatching(/^550 5\.1\.1/) });
    expect(await mail.unreachable.of(TENANT)).toMatchObject([
      { personId: person, since: MORNING, reason: 'undeliverable', status: '5.1.1' },
    ]);
  });

  test('refuses the content for good or for now', async () => {
    const [spam, busy] = [aPerson(), aPerson()];
    smtp.behaviour = { onMail: ({ to }) => (to === addressOf(spam) ? 554 : 451) };
    await announce(due(spam), due(busy));
    await drain();
    expect(await dispatchOf(spam)).toMatchObject({ state: 'refused' });
    expect(await dispatchOf(busy)).toMatchObject({ state: 'composed', retryAt: minutesLater(1) });
    expect(await mail.unreachable.of(TENANT)).toEqual([]);
  });

  test('cuts the connection within a mail: it goes again', async () => {
    const person = aPerson();
    // More than the buffers on the way hold, so that the final dot cannot have left.
    const text = `${'Lang linje. '.repeat(6)}\n`.repeat(200_000);
    mail.composer.decide = ({ personId }) => ({
      mail: { to: { name: '', address: addressOf(personId) }, language: 'nb', subject: 'Lang', html: '<p>Lang', text },
    });
    smtp.behaviour = { cutAfterBytes: 100_000 };
    await announce(due(person));
    expect(await drain()).toMatchObject({ refused: 1, unsure: 0 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'composed', attempts: 1 });
    smtp.behaviour = {};
    mail.clock.set(minutesLater(1));
    expect(await drain()).toMatchObject({ accepted: 1 });
  });

  test('cuts the connection after a mail: it goes once more, byte by byte the same', async () => {
    const person = aPerson();
    smtp.behaviour = { onMail: () => 'cut' };
    await announce(due(person));
    expect(await drain()).toMatchObject({ unsure: 1, accepted: 0 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'unsure', retryAt: minutesLater(1) });
    smtp.behaviour = {};
    mail.clock.set(minutesLater(1));
    expect(await drain()).toMatchObject({ composed: 0, accepted: 1 });
    expect(await dispatchOf(person)).toMatchObject({ state: 'accepted', attempts: 2 });
    const [first, second] = smtp.received;
    expect(smtp.received).toHaveLength(2);
    expect(second!.bytes.equals(first!.bytes)).toBe(true);
    expect(second!.from).toBe(first!.from);
    expect(messageIdIn(second!.bytes)).toBe(messageIdIn(first!.bytes));
  });

  test('cuts the connection after the second copy too: there is no third', async () => {
    const person = aPerson();
    smtp.behaviour = { onMail: () => 'cut' };
    await announce(due(person));
    for (const minutes of [0, 1, 5, 60, 600]) {
      mail.clock.set(minutesLater(minutes));
      await drain();
    }
    expect(smtp.received).toHaveLength(2);
    expect(await dispatchOf(person)).toMatchObject({ state: 'unsure', attempts: 2, retryAt: null });
  });

  test('is down: everything waits, and goes when it is up again', async () => {
    const people = Array.from({ length: 60 }, aPerson);
    await announce(...people.map((person) => due(person)));
    await smtp.stop();
    const failed = await drain();
    expect(failed).toMatchObject({ composed: 60, accepted: 0, serverFailed: null });
    // Each of the five connections may be tried at the same time, and none after the first has failed.
    expect(failed.refused).toBeGreaterThan(0);
    expect(failed.refused).toBeLessThanOrEqual(5);
    expect(await mail.dispatches.counts(TENANT)).toEqual({ composed: 60 });
    await smtp.start();
    expect(await drain()).toMatchObject({ accepted: 60 - failed.refused });
    mail.clock.set(minutesLater(1));
    await drain();
    expect(await mail.dispatches.counts(TENANT)).toEqual({ accepted: 60 });
    expect(new Set(smtp.received.map(({ to }) => to))).toEqual(new Set(people.map(addressOf)));
    expect(smtp.received).toHaveLength(60);
  });

  test('has closed an unused connection: the next mail takes another, and is not tried twice', async () => {
    await announce(due(aPerson()));
    await drain();
    smtp.cutAll();
    await announce(due(aPerson()));
    expect(await drain()).toMatchObject({ accepted: 1, refused: 0 });
    expect(smtp.received).toHaveLength(2);
  });
});

describe('several runs', () => {
  test('of two senders over 200 mails hand each over exactly once', async () => {
    const people = Array.from({ length: 200 }, aPerson);
    await announce(...people.map((person) => due(person)));
    const setup = setupOf({ SMTP_URL: smtp.url });
    const [one, other] = [mail.sender(setup, { batch: 7 }), mail.sender(setup, { batch: 11 })];
    const [first, second] = await Promise.all([drain(one), drain(other)]);
    expect(first.accepted + second.accepted).toBe(200);
    expect(Math.min(first.accepted, second.accepted)).toBeGreaterThan(0);
    expect(smtp.received.map(({ to }) => to).sort()).toEqual(people.map(addressOf).sort());
    expect(await mail.dispatches.counts(TENANT)).toEqual({ accepted: 200 });
  });

  test('end when they are told to, and give back what they have not begun', async () => {
    await announce(...Array.from({ length: 100 }, () => due(aPerson())));
    const stop = new AbortController();
    smtp.behaviour = { onMail: () => void stop.abort() };
    const { accepted } = await sender.drain(TENANT, stop.signal);
    expect(accepted).toBeGreaterThan(0);
    expect(await mail.dispatches.counts(TENANT)).toEqual({ accepted, composed: 100 - accepted });
    expect(smtp.received).toHaveLength(accepted);
    // Nothing is leased any longer.
    expect(await drain()).toMatchObject({ accepted: 100 - accepted });
  });

  test('of tenants see only their own mails', async () => {
    await mail.dispatches.announce('9902', [due(aPerson())]);
    await announce(due(aPerson()));
    expect(await drain()).toMatchObject({ accepted: 1 });
    expect(await sender.drain('9902', NEVER)).toMatchObject({ accepted: 1 });
  });
});

test('bytes, addresses and subjects go after the days that they are kept for, and no sooner', async () => {
  const [sent, waits] = [aPerson(), aPerson()];
  smtp.behaviour = { onRecipient: (address) => (address === addressOf(waits) ? 450 : undefined) };
  await announce(due(sent), due(waits));
  await drain();
  expect(await mail.dispatches.deleteBytes(TENANT, MORNING)).toBe(0);
  expect(await mail.dispatches.deleteBytes(TENANT, minutesLater(1))).toBe(1);
  const { dispatchId } = await dispatchOf(sent);
  expect(await mail.dispatches.one(TENANT, dispatchId)).toMatchObject({ bytes: null, subject: null, answer: null });
  const rows: readonly unknown[] = await mail.tables.in(TENANT, (manager) =>
    manager.query('select * from mail_dispatch where dispatch_id = $1', [dispatchId]),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('@');
  smtp.behaviour = {};
  mail.clock.set(minutesLater(1));
  expect(await drain()).toMatchObject({ accepted: 1 });
});

test('a list is paged, filtered and without bytes', async () => {
  const people = Array.from({ length: 5 }, aPerson);
  await announce(...people.map((person, i) => due(person, { dueAt: minutesLater(-i) })));
  await announce(due(people[0]!, { kind: 'other' }));
  await drain();
  const listed = await mail.dispatches.list(TENANT, { kinds: ['example'], states: ['accepted'] }, { page: 2, size: 2 });
  expect(listed.total).toBe(5);
  expect(listed.items.map(({ personId }) => personId)).toEqual([people[2], people[3]]);
  expect(Object.keys(listed.items[0]!)).not.toContain('bytes');
  const filter = { personId: people[0]!, dueFrom: MORNING, dueBefore: minutesLater(1) };
  expect((await mail.dispatches.list(TENANT, filter, ALL)).items.map(({ kind }) => kind).sort()).toEqual([
    'example',
    'other',
  ]);
  expect((await mail.dispatches.list(TENANT, { dueBefore: minutesLater(-4) }, ALL)).total).toBe(0);
});

test('mails to an empty installation, and of nobody, are nothing', async () => {
  await announce();
  expect(
    await mail
      .sender(setupOf({ SMTP_URL: smtp.url }), { composers: () => [new ExampleComposer()] })
      .drain(TENANT, NEVER),
  ).toEqual({
    ...{ composed: 0, accepted: 0, refused: 0, unsure: 0 },
    faults: [],
  });
});
