import { expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { NewDispatch } from '../dispatch/dispatch.js';
import { addressOf, aPerson, due, MORNING, setupOf, TENANT, type MailUnderTest } from '../mail.examples.js';
import { withMail } from '../with-mail.examples.js';
import type { MailSender } from './mail-sender.js';

// Mails that may be handed over within hours only, with a real database and a real mail server.

const NEVER = new AbortController().signal;
const ALL = { page: 1, size: 500 };
const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

let mail: MailUnderTest;
let sender: MailSender;
const smtp = withMail((opened) => {
  mail = opened;
  sender = mail.sender(setupOf({ SMTP_URL: smtp.url }));
});

const drain = (from: MailSender = sender) => from.drain(TENANT, NEVER);
const announce = (...mails: readonly NewDispatch[]) => mail.dispatches.announce(TENANT, mails);
const dispatchOf = async (personId: string) => (await mail.dispatches.of(TENANT, personId, ALL)).items[0]!;

test('a mail is neither composed nor handed over when its hours are over, until it gets others', async () => {
  const [late, stuck, any] = [aPerson(), aPerson(), aPerson()];
  const openUntil = minutesLater(60);
  smtp.behaviour = { onRecipient: () => 450 };
  await announce(due(stuck, { openUntil }), due(any));
  expect(await drain()).toMatchObject({ composed: 2, refused: 2 });
  smtp.behaviour = {};
  await announce(due(late, { openUntil }));
  mail.clock.set(openUntil);
  expect(await drain()).toMatchObject({ composed: 0, accepted: 1 });
  expect(smtp.received.map(({ to }) => to)).toEqual([addressOf(any)]);
  expect([(await dispatchOf(late)).isHeld, (await dispatchOf(stuck)).isHeld, (await dispatchOf(any)).isHeld]).toEqual([
    true,
    true,
    false,
  ]);
  await mail.hours.reopen(TENANT, ['example'], (personId) => ({
    from: minutesLater(personId === late ? 90 : 100),
    until: minutesLater(200),
  }));
  mail.clock.set(minutesLater(90));
  expect(await drain()).toMatchObject({ composed: 1, accepted: 1 });
  mail.clock.set(minutesLater(100));
  expect(await drain()).toMatchObject({ composed: 0, accepted: 1 });
  expect(smtp.received.map(({ to }) => to)).toEqual([any, late, stuck].map(addressOf));
});

test('a mail is not begun by a run that outlasts its hours', async () => {
  const openUntil = minutesLater(60);
  await announce(...Array.from({ length: 5 }, () => due(aPerson(), { openUntil })));
  const { promise: twoAreTaken, resolve: take } = Promise.withResolvers<void>();
  let [turns, taken] = [0, 0];
  const outlasting = mail.sender(setupOf({ SMTP_URL: smtp.url }), {
    transport: {
      connections: 1,
      turn: async () => {
        if ((turns += 1) > 2) await twoAreTaken;
        return true;
      },
      handOver: () => {
        if ((taken += 1) === 2) {
          mail.clock.set(openUntil);
          take();
        }
        return Promise.resolve({ accepted: true, response: '250 ok' });
      },
      close: () => Promise.resolve(),
    },
  });
  expect(await drain(outlasting)).toMatchObject({ composed: 5, accepted: 2 });
  expect(await mail.dispatches.counts(TENANT)).toEqual({ composed: 3, accepted: 2 });
});

test('a mail that was composed and never handed over can be withdrawn, and is composed anew', async () => {
  const [waiting, sent, unsure] = [aPerson(), aPerson(), aPerson()];
  await announce(due(sent));
  await drain();
  smtp.behaviour = { onMail: () => 'cut' };
  await announce(due(unsure));
  await drain();
  mail.clock.set(minutesLater(1));
  smtp.behaviour = { onRecipient: () => 450 };
  await announce(due(waiting));
  expect(await drain()).toMatchObject({ refused: 2 });
  const before = await Promise.all([waiting, sent, unsure].map(dispatchOf));
  await mail.hours.withdraw(
    TENANT,
    before.map(({ dispatchId }) => dispatchId),
  );
  expect(await Promise.all([waiting, sent, unsure].map(async (person) => (await dispatchOf(person)).state))).toEqual([
    'due',
    'accepted',
    // It may have arrived.
    'composed',
  ]);
  expect((await mail.dispatches.one(TENANT, before[0]!.dispatchId))!.bytes).toBeNull();
  smtp.behaviour = {};
  mail.clock.set(minutesLater(2));
  await drain();
  expect(await dispatchOf(waiting)).toMatchObject({ state: 'accepted', dispatchId: before[0]!.dispatchId });
  const parsed = await simpleParser(smtp.received.findLast(({ to }) => to === addressOf(waiting))!.bytes);
  expect(parsed).toMatchObject({
    messageId: `<${before[0]!.dispatchId}@example.no>`,
    date: minutesLater(2),
  });
});
