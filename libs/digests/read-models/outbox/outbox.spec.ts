import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, type CalendarDate } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { Directory, PersonDto } from '#registry/contract';
import {
  addressOf,
  aPerson,
  due,
  openMailUnderTest,
  PLANTED_NAME,
  setupOf,
  TENANT,
  type MailUnderTest,
} from '../../../platform/mail/mail.examples.js';
import { SmtpUnderTest } from '../../../platform/mail/smtp-server.examples.js';
import { UnreachedPage } from '../unreached/unreached.dto.js';
import { ListUnreached, ListUnreachedHandler } from '../unreached/unreached.query.js';
import { OneSentMail, OutboxAnswer, OutboxQuery } from './outbox.dto.js';
import {
  ListOutbox,
  ListOutboxHandler,
  ReadSentBytes,
  ReadSentBytesHandler,
  ReadSentMail,
  ReadSentMailHandler,
} from './outbox.query.js';

// Uses a real database and a real mail server: slow when many tests share a machine.
jest.setTimeout(60_000);

const [coordinator, leader, gone] = [aPerson(), aPerson(), aPerson()];
const people: PersonDto[] = [
  [coordinator, 'Koordinator Demo', 'coordinator', addressOf(coordinator)] as const,
  [leader, 'Leder Demo', 'unit-leader', addressOf(leader)] as const,
  [gone, 'Ukjent Adresse', 'unit-leader', addressOf(gone)] as const,
].map(([personId, name, role, email]) => ({
  personId,
  name,
  email,
  phone: null,
  title: null,
  roles: [
    {
      roleId: 'r',
      role,
      unitId: null,
      serviceId: null,
      serviceUnitId: null,
      from: '2024-08-01' as CalendarDate,
      to: null,
    },
  ],
}));
const directory = {
  people: (_: string, ids?: readonly string[]) =>
    Promise.resolve(people.filter(({ personId }) => ids === undefined || ids.includes(personId))),
} as unknown as Directory;
const asker: Asker = {
  personId: coordinator,
  tenant: TENANT,
  roles: [{ role: 'coordinator' }],
  today: '2026-11-30' as CalendarDate,
  language: 'nb',
};
const smtp = new SmtpUnderTest();
let mail: MailUnderTest;
let setup: ReturnType<typeof setupOf>;

/** One mail each to the coordinator and a leader, one to an address that the server does not know, and one not yet due. */
beforeAll(async () => {
  mail = await openMailUnderTest();
  await smtp.start();
  setup = setupOf({ SMTP_URL: smtp.url });
  smtp.behaviour = { onRecipient: (address) => (address === addressOf(gone) ? 550 : undefined) };
  await mail.dispatches.announce(TENANT, [
    due(coordinator),
    due(leader),
    due(gone),
    due(leader, { period: 'later', dueAt: new Date('2026-12-01T06:00:00Z') }),
  ]);
  await mail.sender(setup).drain(TENANT, new AbortController().signal);
});
afterAll(async () => {
  await mail.close();
  await smtp.stop();
});

const list = async (query: object = {}) =>
  OutboxAnswer.parse(
    await new ListOutboxHandler(mail.dispatches, directory, setup).execute(
      new ListOutbox(OutboxQuery.parse(query), asker),
    ),
  );
const idOf = async (personId: string) => (await list({ person: personId, state: 'accepted' })).items[0]!.dispatchId;
const one = async (dispatchId: string) => {
  const answer = await new ReadSentMailHandler(mail.dispatches, directory, setup).execute(
    new ReadSentMail(dispatchId, asker),
  );
  if (isRefused(answer)) throw new Error('refused');
  return OneSentMail.parse(answer);
};

test('the coordinator sees to whom each mail went and what became of it, and nothing of what is in it', async () => {
  const all = await list();
  expect(all).toMatchObject({
    total: 4,
    counts: { accepted: 2, refused: 1, due: 1 },
    goesOut: true,
    hasInboundPath: false,
  });
  expect(all.items[0]).toMatchObject({
    person: { name: 'Leder Demo' },
    state: 'due',
    dueAt: '2026-12-01T06:00:00.000Z',
  });
  expect(all.items.find(({ state }) => state === 'refused')).toMatchObject({
    person: { personId: gone, name: 'Ukjent Adresse' },
    answerCode: 550,
    attempts: 1,
    isOwn: false,
  });
  expect(JSON.stringify(all)).not.toMatch(new RegExp(`Påminnelse|${PLANTED_NAME}|@`));
});

test('the list is narrowed by state, kind and person, and the counts are of all', async () => {
  expect(await list({ state: 'refused' })).toMatchObject({ total: 1, counts: { accepted: 2 } });
  expect(await list({ kind: 'digest' })).toMatchObject({ total: 0 });
  expect(await list({ person: leader, size: 1 })).toMatchObject({ total: 2, items: [{ isOwn: false }] });
});

test('one’s own mail can be read as it was sent, another person’s cannot', async () => {
  const own = await one(await idOf(coordinator));
  expect(own).toMatchObject({
    isKept: true,
    content: {
      from: 'samspill@example.no',
      to: [addressOf(coordinator)],
      subject: 'Påminnelse 2026-11-30',
      text: `Hei, ${PLANTED_NAME}. Én sak venter.`,
    },
  });
  expect(await one(await idOf(leader))).toMatchObject({ isOwn: false, isKept: true, content: null });
});

test('the file of one’s own mail is what the server received, and there is none of another person’s', async () => {
  const handler = new ReadSentBytesHandler(mail.dispatches);
  const bytes = await handler.execute(new ReadSentBytes(await idOf(coordinator), asker));
  const received = smtp.received.find(({ to }) => to === addressOf(coordinator))!;
  expect(Buffer.isBuffer(bytes) && bytes.equals(received.bytes)).toBe(true);
  for (const other of [await idOf(leader), aPerson()])
    expect(await handler.execute(new ReadSentBytes(other, asker))).toMatchObject({ refused: [{ rule: 'NOT_FOUND' }] });
});

test('another municipality’s coordinator finds none of them', async () => {
  const elsewhere = { ...asker, tenant: '9902' };
  const handler = new ReadSentMailHandler(mail.dispatches, directory, setup);
  expect(await handler.execute(new ReadSentMail(await idOf(coordinator), elsewhere))).toMatchObject({
    refused: [{ rule: 'NOT_FOUND' }],
  });
});

test('who could not be reached is listed until the address is corrected', async () => {
  const unreached = async () =>
    UnreachedPage.parse(
      await new ListUnreachedHandler(mail.unreachable, directory, setup).execute(
        new ListUnreached({ page: 1, size: 50 }, asker),
      ),
    );
  expect(await unreached()).toMatchObject({
    total: 1,
    items: [{ person: { personId: gone }, email: addressOf(gone), reason: 'undeliverable', status: '5.1.1' }],
    hasInboundPath: false,
  });
  const index = people.findIndex(({ personId }) => personId === gone);
  const before = people[index]!;
  people[index] = { ...before, email: 'rettet@example.no' };
  expect((await unreached()).total).toBe(0);
  people[index] = before;
});
