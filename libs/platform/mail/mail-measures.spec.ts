import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '#platform/database';
import { Metrics } from '#platform/observability';
import {
  addressOf,
  aPerson,
  due,
  MORNING,
  openMailUnderTest,
  PLANTED_NAME,
  setupOf,
  TENANT,
  type MailUnderTest,
} from './mail.examples.js';
import { mailMeasures } from './mail-measures.js';
import { tenantsWithDueMail } from './sending/due-tenants.js';
import { SmtpUnderTest } from './smtp-server.examples.js';

const NEVER = new AbortController().signal;
let mail: MailUnderTest;
const smtp = new SmtpUnderTest();
beforeAll(async () => {
  mail = await openMailUnderTest();
  await smtp.start();
});
afterAll(async () => {
  await mail.close();
  await smtp.stop();
});

test('metrics count the mails of all tenants by state, with the API’s login, and name nobody', async () => {
  const [reached, unknown, waits] = [aPerson(), aPerson(), aPerson()];
  smtp.behaviour = { onRecipient: (address) => ({ [addressOf(unknown)]: 550, [addressOf(waits)]: 450 })[address] };
  await mail.dispatches.announce(TENANT, [due(reached), due(unknown), due(waits)]);
  await mail.sender(setupOf({ SMTP_URL: smtp.url })).drain(TENANT, NEVER);
  const later = new Date(MORNING.getTime() + 600_000);
  await mail.dispatches.announce('9902', [
    due(aPerson()),
    due(aPerson(), { dueAt: new Date(MORNING.getTime() + 900_000) }),
  ]);
  mail.clock.set(later);
  const api = await openDatabase({ url: mail.database.environment.DATABASE_URL_API, entities: [] });
  try {
    const { text } = await new Metrics(mailMeasures({ dataSource: api, clock: mail.clock })).text();
    expect(text.split('\n').filter((line) => /^samspill_mail/.test(line))).toEqual([
      'samspill_mail_dispatches{state="due"} 2',
      'samspill_mail_dispatches{state="composed"} 1',
      'samspill_mail_dispatches{state="handing-over"} 0',
      'samspill_mail_dispatches{state="accepted"} 1',
      'samspill_mail_dispatches{state="refused"} 1',
      'samspill_mail_dispatches{state="unsure"} 0',
      'samspill_mail_dispatches{state="bounced"} 0',
      'samspill_mail_dispatches{state="nothing"} 0',
      'samspill_mail_dispatches{state="no-address"} 0',
      'samspill_mail_waiting 2',
      'samspill_mail_oldest_seconds 600',
    ]);
    expect(text).not.toMatch(new RegExp(`${PLANTED_NAME}|@example|9901|9902`));
  } finally {
    await api.destroy();
  }
});

test('the tenants that something is to be done for now are found', async () => {
  expect(await tenantsWithDueMail(mail.source, MORNING)).toEqual(['9902']);
  expect(await tenantsWithDueMail(mail.source, mail.clock.now())).toEqual([TENANT, '9902']);
  const before = new Date(MORNING.getTime() - 1);
  expect(await tenantsWithDueMail(mail.source, before)).toEqual([]);
});
