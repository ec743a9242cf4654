import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Handover } from '../dispatch/dispatch.js';
import {
  aPerson,
  due,
  MORNING,
  openMailUnderTest,
  PLANTED_NAME,
  setupOf,
  TENANT,
  type MailUnderTest,
} from '../mail.examples.js';
import { SmtpUnderTest } from '../smtp-server.examples.js';

const WORKER = fileURLToPath(new URL('../../../../test/mail-worker.mjs', import.meta.url));
const NEVER = new AbortController().signal;
const AFTERWARDS = new Date(MORNING.getTime() + 60_000);

let mail: MailUnderTest;
let owner: Client;
const smtp = new SmtpUnderTest();
beforeAll(async () => {
  mail = await openMailUnderTest();
  owner = new Client(mail.database.ownerUrl);
  await owner.connect();
  await smtp.start();
});
afterAll(async () => {
  await owner.end();
  await mail.close();
  await smtp.stop();
});
beforeEach(async () => {
  await owner.query('delete from mail_dispatch');
  smtp.received.length = 0;
  mail.clock.set(MORNING);
});

/** Runs a worker process that kills itself at this point; returns the signal that ended it, and its output. */
async function work(point: string): Promise<{ signal: NodeJS.Signals | null; output: string }> {
  const worker = spawn(process.execPath, [WORKER, mail.database.url, smtp.url, TENANT, MORNING.toISOString(), point], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [, signal] = (await once(worker, 'close')) as [number | null, NodeJS.Signals | null];
  return { signal, output };
}

/** As if the lease of the dead worker had expired. */
const leaseExpires = () =>
  owner.query(`update mail_dispatch set leased_until = now() - interval '1 s' where leased_until is not null`);

interface Crash {
  readonly at: string;
  /** The state that the dead worker left behind. */
  readonly left: string;
  /** Copies that the server has in the end. */
  readonly copies: 1 | 2;
  /** Times that the mail was handed over, or about to be. */
  readonly attempts: 1 | 2;
}

/** Every point between two writes, in the order in which a worker passes them. */
const CRASHES: readonly Crash[] = [
  { at: 'transaction-1-before', left: 'due', copies: 1, attempts: 1 },
  { at: 'transaction-1-after', left: 'due', copies: 1, attempts: 1 },
  { at: 'transaction-2-before', left: 'due', copies: 1, attempts: 1 },
  { at: 'transaction-2-after', left: 'composed', copies: 1, attempts: 1 },
  { at: 'transaction-3-before', left: 'composed', copies: 1, attempts: 1 },
  { at: 'transaction-3-after', left: 'handing-over', copies: 1, attempts: 2 },
  { at: 'handover-before', left: 'handing-over', copies: 1, attempts: 2 },
  { at: 'handover-after', left: 'handing-over', copies: 2, attempts: 2 },
  { at: 'transaction-4-before', left: 'handing-over', copies: 2, attempts: 2 },
  { at: 'transaction-4-after', left: 'accepted', copies: 1, attempts: 1 },
];

describe('a worker that is killed', () => {
  test.each(CRASHES)(
    'at $at leaves the mail $left, and the server gets $copies',
    async ({ at, left, copies, attempts }) => {
      const person = aPerson();
      await mail.dispatches.announce(TENANT, [due(person)]);
      expect((await work(at)).signal).toBe('SIGKILL');
      const state = async () => (await mail.dispatches.of(TENANT, person, { page: 1, size: 1 })).items[0]!;
      expect((await state()).state).toBe(left);
      await leaseExpires();
      mail.clock.set(AFTERWARDS);
      await mail.sender(setupOf({ SMTP_URL: smtp.url })).drain(TENANT, NEVER);
      expect(await state()).toMatchObject({ state: 'accepted', attempts });
      expect(smtp.received).toHaveLength(copies);
      expect(smtp.received.every(({ bytes }) => bytes.equals(smtp.received[0]!.bytes))).toBe(true);
    },
  );

  test('is not replaced while its lease holds', async () => {
    await mail.dispatches.announce(TENANT, [due(aPerson())]);
    await work('transaction-3-after');
    mail.clock.set(AFTERWARDS);
    expect(await mail.sender(setupOf({ SMTP_URL: smtp.url })).drain(TENANT, NEVER)).toMatchObject({ accepted: 0 });
    expect(smtp.received).toEqual([]);
  });
});

test('a worker that is not killed sends the mail, and prints nothing of it', async () => {
  await mail.dispatches.announce(TENANT, [due(aPerson())]);
  const { signal, output } = await work('never');
  expect(signal).toBeNull();
  expect(JSON.parse(output)).toMatchObject({ accepted: 1 });
  expect(output).not.toContain(PLANTED_NAME);
  expect(smtp.received).toHaveLength(1);
});

test('a frozen run whose mail another has taken over changes nothing when it goes on', async () => {
  const person = aPerson();
  await mail.dispatches.announce(TENANT, [due(person)]);
  const { promise: goOn, resolve } = Promise.withResolvers<void>();
  let handedOver = 0;
  const frozen = mail.sender(setupOf({ SMTP_URL: smtp.url }), {
    transport: {
      connections: 1,
      turn: () => Promise.resolve(true),
      handOver: async () => {
        handedOver += 1;
        await goOn;
        return { refused: 'for-good', of: 'recipient', code: 550, response: '550 5.1.1 no' };
      },
      close: () => Promise.resolve(),
    },
  });
  const run = frozen.drain(TENANT, NEVER);
  while (handedOver === 0) await new Promise((next) => setImmediate(next));
  await leaseExpires();
  expect(await mail.sender(setupOf({ SMTP_URL: smtp.url })).drain(TENANT, NEVER)).toMatchObject({ accepted: 1 });
  resolve();
  await run;
  expect((await mail.dispatches.of(TENANT, person, { page: 1, size: 1 })).items[0]).toMatchObject({
    state: 'accepted',
  });
  expect(await mail.unreachable.of(TENANT)).toEqual([]);
});

test('mails that go once more are begun when a connection is free, so that no crash before their turn is their second', async () => {
  await mail.dispatches.announce(
    TENANT,
    Array.from({ length: 6 }, () => due(aPerson())),
  );
  const answering = (handOver: () => Promise<Handover>) =>
    mail.sender(setupOf({ SMTP_URL: smtp.url }), {
      transport: { connections: 1, turn: () => Promise.resolve(true), handOver, close: () => Promise.resolve() },
    });
  expect(await answering(() => Promise.resolve({ unsure: true })).drain(TENANT, NEVER)).toMatchObject({ unsure: 6 });
  mail.clock.set(AFTERWARDS);
  const begun: (number | undefined)[] = [];
  const { accepted } = await answering(async () => {
    begun.push((await mail.dispatches.counts(TENANT))['handing-over']);
    return { accepted: true, response: '250 ok' };
  }).drain(TENANT, NEVER);
  expect({ accepted, begun }).toEqual({ accepted: 6, begun: [1, 1, 1, 1, 1, 1] });
});

test('a run that is stopped puts back what waited for its turn, as if it had never been begun', async () => {
  await mail.dispatches.announce(
    TENANT,
    Array.from({ length: 6 }, () => due(aPerson())),
  );
  const stop = new AbortController();
  const sender = mail.sender(setupOf({ SMTP_URL: smtp.url }), {
    transport: {
      connections: 1,
      turn: () => Promise.resolve(true),
      handOver: async () => {
        // The others wait for the only connection.
        while ((await mail.dispatches.counts(TENANT))['handing-over'] !== 6)
          await new Promise((next) => setImmediate(next));
        stop.abort();
        return { accepted: true, response: '250 ok' };
      },
      close: () => Promise.resolve(),
    },
  });
  expect(await sender.drain(TENANT, stop.signal)).toMatchObject({ accepted: 1, refused: 0, unsure: 0 });
  const waiting = await mail.dispatches.list(TENANT, { states: ['composed'] }, { page: 1, size: 10 });
  expect(waiting.items.map(({ attempts, retryAt }) => ({ attempts, retryAt }))).toEqual(
    Array.from({ length: 5 }, () => ({ attempts: 0, retryAt: null })),
  );
});
