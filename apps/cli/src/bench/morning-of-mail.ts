import type { INestApplicationContext } from '@nestjs/common';
import { openLog } from '#platform/observability';
import { Dispatches, MailSender } from '#platform/mail';
import { followersOf } from '../../../worker/src/followers.js';
import { sweepTasksOf, type Installation } from '../../../composition/src/index.js';
import type { LargeMunicipality } from './ten-school-years.js';

const LONGEST_CATCH_UP_MS = 600_000;
const LATEST = { page: 1, size: 1 };

/** A large municipality whose mail of the last morning is sent. */
export interface MunicipalityWithMail extends LargeMunicipality {
  /** A mail to the coordinator. */
  readonly mail: string;
}

/** Whose mail a bench looks at, and when it is sent. */
export interface MorningOfMail {
  readonly tenant: string;
  /** The person whose mail is returned. */
  readonly personId: string;
  readonly now: Date;
}

/**
 * Does what a worker does in the morning: alerts are told, mails are composed and handed to the mail server, digests are
 * kept. Returns the id of the person's mail.
 */
export async function sendMorningMail(
  app: Pick<INestApplicationContext, 'get'>,
  installation: Installation,
  { tenant, personId, now }: MorningOfMail,
): Promise<string> {
  const followers = followersOf(installation, app, openLog('silent'));
  const { freshness, events } = installation;
  const caughtUp = async () => {
    if (!(await freshness.reached(await events.head(), LONGEST_CATCH_UP_MS)))
      throw new Error('The read models do not reach the end of the log');
  };
  const signal = new AbortController().signal;
  followers.start();
  try {
    await caughtUp();
    for (const task of sweepTasksOf(app, installation)) await task.run(tenant, now, signal);
    await app.get<MailSender>(MailSender, { strict: false }).drain(tenant, signal);
    await caughtUp();
  } finally {
    await followers.stop();
  }
  const { items } = await app.get<Dispatches>(Dispatches, { strict: false }).list(tenant, { personId }, LATEST);
  if (!items[0]) throw new Error('The morning has no mail for the person');
  return items[0].dispatchId;
}
