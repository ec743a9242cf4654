/* global AbortController */
import './typescript.mjs';

/**
 * Sends what is due to one tenant, and kills itself at a point of that: `transaction-3-before` its commit,
 * `handover-after` the mail server's answer, or `never`. `node mail-worker.mjs DATABASE SMTP TENANT NOW POINT`.
 */
const [, , database, smtp, tenant, now, point] = process.argv;
const { openDatabase } = await import('../libs/platform/database/index.ts');
const { SettableClock } = await import('../libs/platform/kernel/index.ts');
const { mailEntities } = await import('../libs/platform/mail/dispatch/dispatch.entity.ts');
const { dyingSender } = await import('../libs/platform/mail/sending/dying-sender.examples.ts');

const source = await openDatabase({ url: database, entities: mailEntities });
const sender = dyingSender(source, smtp, new SettableClock(new Date(now)), point);
console.log(JSON.stringify(await sender.drain(tenant, new AbortController().signal)));
await sender.close();
await source.destroy();
