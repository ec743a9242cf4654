import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import type { Orders, Place } from './dying-worker.js';
import { EVERYTHING, lastRoundOnFriday, MONDAY, outcome, STORY, TUESDAY } from './monday.examples.js';
import { agreed, berit, inTenant, moment, NAMES, ola, TENANT } from './school-year.story.js';
import { itemsIn, simulateMail, type Arrived, type SimulatedMail } from './simulated-mail.js';

// Worker processes that die by SIGKILL after each change of state of a Monday's mail, and before the first, with a real database and a
// real mail server. Each death has a municipality of its own.

jest.setTimeout(600_000);

const WORKER = fileURLToPath(new URL('../digest-worker.mjs', import.meta.url));
let simulated: SimulatedMail;
let owner: Client;
beforeAll(async () => {
  simulated = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  owner = new Client(simulated.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  next?.process.kill('SIGKILL');
  await next?.ended;
  await owner.end();
  await simulated.close();
});

let municipalities = 0;
/** A municipality in which this has happened, and whose last round was on Friday. */
async function aMunicipality(): Promise<string> {
  const tenant = String(5000 + (municipalities += 1));
  for (const happening of STORY) await simulated.happens(inTenant(happening, tenant), tenant);
  await lastRoundOnFriday(owner, tenant);
  return tenant;
}

/** A process that opens the installation and waits for its orders; `ended` says how it ended, and what it printed. */
function waitingWorker() {
  const { variables, folder } = simulated;
  const place: Place = { variables, folder };
  const process_ = spawn(process.execPath, [WORKER, JSON.stringify(place)], { stdio: 'pipe' });
  let [output, errors] = ['', ''];
  process_.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  process_.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(process_, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    output,
    errors,
  }));
  return { process: process_, ended };
}
let next: ReturnType<typeof waitingWorker> | undefined;

/** Runs a worker process on Monday morning; returns the signal that ended it, and the points that it has passed. */
async function worker(tenant: string, dieAt: string | null) {
  const mine = next ?? waitingWorker();
  // The one after it begins meanwhile.
  next = waitingWorker();
  const orders: Orders = { tenant, now: moment(`${MONDAY} 07.00`).toISOString(), dieAt };
  mine.process.stdin.end(`${JSON.stringify(orders)}\n`);
  const { code, signal, output, errors } = await mine.ended;
  if (signal === null && code !== 0) throw new Error(errors);
  return { signal, passed: signal === null ? (JSON.parse(output) as string[]) : [] };
}

/** As if the lease of the dead worker had expired. */
const leasesExpire = () =>
  owner.query(`update mail_dispatch set leased_until = now() - interval '1 s' where leased_until is not null`);

/** The minutes of a worker after the death; the municipality's mails until then, by first name. */
async function afterwards(tenant: string, times: readonly string[]): Promise<ReadonlyMap<string, readonly Arrived[]>> {
  await leasesExpire();
  for (const time of times) await simulated.workersRun(moment(time), 1, tenant);
  return Map.groupBy(simulated.takeArrived(), ({ to }) => NAMES.get(to)!);
}

let points: readonly string[];
test('a worker that does not die sends everything, and passes these changes of state', async () => {
  const tenant = await aMunicipality();
  ({ passed: points } = await worker(tenant, null));
  expect(outcome(await afterwards(tenant, [`${MONDAY} 07.02`, `${TUESDAY} 07.00`]))).toEqual(EVERYTHING);
  const appends = points.filter((point) => point.startsWith('append'));
  expect(appends.toSorted()).toEqual([
    'append alerts.AlertSent after',
    'append alerts.AlertSent before',
    'append digests.DigestMade after',
    'append digests.DigestMade after #2',
    'append digests.DigestMade before',
    'append digests.DigestMade before #2',
  ]);
  expect(points).toEqual(expect.arrayContaining(['round morning before', 'round morning after']));
  expect(points.filter((point) => point.startsWith('handover before'))).toHaveLength(4);
});

test('two workers at once send everything once', async () => {
  const tenant = await aMunicipality();
  await Promise.all([worker(tenant, null), worker(tenant, null)]);
  const received = await afterwards(tenant, [`${MONDAY} 07.02`]);
  expect(outcome(received)).toEqual(EVERYTHING);
  expect([...received.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});

/** Before a change, everything is as after the one before it; only the first one has none before it. */
const isOfItsOwn = (point: string, nth: number) => nth === 0 || / after\b/.test(point);
/** What another day's worker does differently is decided by the log, the round, and the mails that were announced. */
const isOfTheRound = (point: string, nth: number) =>
  isOfItsOwn(point, nth) && /^(append|round|handover after$|transaction after( #2)?$)/.test(point);

describe('wherever a worker dies, everything arrives once', () => {
  test.each([
    ['a minute later', isOfItsOwn, [`${MONDAY} 07.02`, `${TUESDAY} 07.00`]],
    ['on the next working day', isOfTheRound, [`${TUESDAY} 07.00`, '2026-08-26 07.00']],
  ])('when the next one works %s', async (_, isWanted, times) => {
    const wanted = points.filter(isWanted);
    const outcomes: Record<string, unknown> = {};
    for (const point of wanted) {
      const tenant = await aMunicipality();
      const { signal, passed } = await worker(tenant, point);
      // Mails that are handed over at the same time may be recorded in one transaction, so that there is one fewer.
      const hasDied = signal === 'SIGKILL' || (point.startsWith('transaction') && !passed.includes(point));
      outcomes[point] = { hasDied, ...outcome(await afterwards(tenant, times)) };
    }
    expect(outcomes).toEqual(Object.fromEntries(wanted.map((point) => [point, { hasDied: true, ...EVERYTHING }])));
  });
});

/** Three working days before they are due, which is on Tuesday, their owners are told. */
const TOLD_ON_TUESDAY = [
  agreed('Ola’s', '2026-08-18', '2026-08-28'),
  agreed('Berit’s', '2026-08-18', '2026-08-28', { owner: berit, service: null }),
];

test('with new steps on the next morning, whoever had no mail composed on Monday gets one that tells all', async () => {
  const wanted = points.filter(isOfTheRound);
  const outcomes: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const point of wanted) {
    const tenant = await aMunicipality();
    for (const happening of TOLD_ON_TUESDAY) await simulated.happens(inTenant(happening, tenant), tenant);
    await worker(tenant, point);
    const digestOf = await simulated.api.installation.events.read(tenant, `digest-${berit}.2026-W35`);
    const { rows } = await owner.query<{ person_id: string }>(
      `select person_id from mail_dispatch where tenant = $1 and state <> 'due'`,
      [tenant],
    );
    const composed = rows.map(({ person_id: id }) => id);
    const received = await afterwards(tenant, [`${TUESDAY} 07.00`, '2026-08-26 07.00']);
    const told = (name: string) => {
      const mails = [...Map.groupBy(received.get(name) ?? [], ({ mail }) => mail.messageId).values()];
      const lines = mails.flatMap(([first]) => itemsIn(first!.mail)).filter((item) => item.startsWith('Et tiltak'));
      return { mails: mails.length, matters: new Set(lines.map((line) => line.replace(/ \(.*/, ''))) };
    };
    outcomes[point] = { ola: told('Ola'), berit: told('Berit') };
    const isMade = digestOf.length > 0 || composed.includes(berit);
    expected[point] = {
      ola: {
        mails: composed.includes(ola) ? 2 : 1,
        matters: new Set(['Et tiltak er over fristen', 'Et tiltak har frist 28. august 2026']),
      },
      berit: { mails: isMade ? 2 : 1, matters: new Set(['Et tiltak har frist 28. august 2026']) },
    };
  }
  expect(outcomes).toEqual(expected);
  const ones = Object.values(expected).filter((each) => JSON.stringify(each).match(/"mails":1/g)?.length === 2);
  expect(ones.length).toBeGreaterThan(1);
});
