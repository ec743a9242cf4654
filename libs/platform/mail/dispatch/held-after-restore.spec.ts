import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { aPerson, due, MORNING, openMailUnderTest, setupOf, TENANT, type MailUnderTest } from '../mail.examples.js';
import { SmtpUnderTest } from '../smtp-server.examples.js';
import { after, canHappen, NEW } from './dispatch-states.js';
import { holdBackPossiblySent } from './held-after-restore.js';

const HOUR_MS = 3_600_000;
const hours = (count: number) => new Date(MORNING.getTime() + count * HOUR_MS);
const running = new AbortController().signal;

let mail: MailUnderTest;
let smtp: SmtpUnderTest;
let owner: Client;
beforeAll(async () => {
  mail = await openMailUnderTest();
  smtp = new SmtpUnderTest();
  await smtp.start();
  owner = new Client(mail.database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await mail.close();
  await smtp.stop();
});
beforeEach(async () => {
  smtp.received.splice(0);
  await owner.query('truncate mail_dispatch, mail_report, mail_possibly_sent');
  mail.clock.set(hours(4));
});
const drain = () => mail.sender(setupOf({ SMTP_URL: smtp.url })).drain(TENANT, running);
const states = async () =>
  (await mail.dispatches.list(TENANT, {}, { page: 1, size: 100 })).items
    .map(({ period, state }) => [period, state])
    .sort();

describe('after a restore, a mail', () => {
  test('that the backup left waiting and that was due while the lost installation ran is kept and not sent', async () => {
    await mail.dispatches.announce(TENANT, [
      due(aPerson(), { period: 'before' }),
      due(aPerson(), { period: 'later', dueAt: hours(3) }),
    ]);
    expect(await holdBackPossiblySent(owner, hours(2), hours(3))).toBe(1);
    await drain();
    expect(await states()).toEqual([
      ['before', 'unsure'],
      ['later', 'accepted'],
    ]);
    const [kept] = (await mail.dispatches.list(TENANT, { states: ['unsure'] }, { page: 1, size: 1 })).items;
    expect((await mail.dispatches.one(TENANT, kept!.dispatchId))!.bytes).not.toBeNull();
  });

  test('that was being handed over when the backup was made is not handed over again', async () => {
    await mail.dispatches.announce(TENANT, [due(aPerson())]);
    await drain();
    smtp.received.splice(0);
    for (const state of ['composed', 'handing-over', 'unsure']) {
      await owner.query('update mail_dispatch set state = $1, unsure = 0, accepted_at = null', [state]);
      expect(await holdBackPossiblySent(owner, hours(2), hours(3))).toBe(1);
      await drain();
      expect(await states()).toEqual([[expect.anything(), 'unsure']]);
    }
    expect(smtp.received).toEqual([]);
  });

  test('that is announced later, of what was due then, is kept and not sent', async () => {
    await holdBackPossiblySent(owner, hours(2), hours(3));
    await mail.dispatches.announce(TENANT, [
      due(aPerson(), { period: 'due then', dueAt: hours(2) }),
      due(aPerson(), { period: 'due afterwards', dueAt: new Date(hours(2).getTime() + 1) }),
      due(aPerson(), { period: 'known then', dueAt: hours(4), knownSince: hours(1) }),
      due(aPerson(), { period: 'known afterwards', dueAt: hours(4), knownSince: hours(3) }),
    ]);
    await drain();
    expect(await states()).toEqual([
      ['due afterwards', 'accepted'],
      ['due then', 'unsure'],
      ['known afterwards', 'accepted'],
      ['known then', 'unsure'],
    ]);
    expect(smtp.received).toHaveLength(2);
  });

  test('that had an end before the backup stays as it is', async () => {
    await mail.dispatches.announce(TENANT, [due(aPerson())]);
    await drain();
    expect(await holdBackPossiblySent(owner, hours(2), hours(3))).toBe(0);
    expect(await states()).toEqual([[expect.anything(), 'accepted']]);
  });

  test('is held back up to the later moment when there is a second restore', async () => {
    await holdBackPossiblySent(owner, hours(1), hours(1));
    await holdBackPossiblySent(owner, hours(2), hours(3));
    await mail.dispatches.announce(TENANT, [due(aPerson(), { dueAt: hours(2) })]);
    await drain();
    expect(smtp.received).toEqual([]);
  });
});

test('a mail that may have been sent ends when it is composed, and is not handed over', () => {
  const kept = after({ ...NEW, unsure: 2 }, { type: 'composed', at: MORNING });
  expect(kept).toMatchObject({ state: 'unsure', unsure: 2, composedAt: MORNING });
  expect(canHappen(kept, { type: 'begun' })).toBe(false);
});
