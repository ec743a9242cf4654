import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { MORNING, openMailUnderTest, TENANT, type MailUnderTest } from './mail.examples.js';
import { SmtpUnderTest } from './smtp-server.examples.js';

/**
 * Mail on a database and a mail server of the specification's own. Each test begins in the morning, with no mail, and with a
 * server and a composer that refuse nothing.
 * @param opened called once before the first test
 */
export function withMail(opened: (mail: MailUnderTest) => void): SmtpUnderTest {
  let mail: MailUnderTest;
  const smtp = new SmtpUnderTest();
  beforeAll(async () => {
    mail = await openMailUnderTest();
    await smtp.start();
    opened(mail);
  });
  afterAll(async () => {
    await mail.close();
    await smtp.stop();
  });
  beforeEach(async () => {
    await mail.tables.in(TENANT, (manager) => manager.query('delete from mail_report; delete from mail_dispatch'));
    mail.clock.set(MORNING);
    mail.composer.decide = () => undefined;
    mail.composer.calls.length = 0;
    smtp.behaviour = {};
    smtp.received.length = 0;
  });
  return smtp;
}
