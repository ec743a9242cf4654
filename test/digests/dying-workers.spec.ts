import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import type { Ordered, Orders, Place, Reached } from './dying-worker.js';
import { EVERYTHING, lastRoundOnFriday, MONDAY, outcome, STORY, TUESDAY } from './monday.examples.js';
import { agreed, berit, inTenant, moment, ola, receiverOf, TENANT, type Happening } from './school-year.story.js';
import { itemsIn, simulateMail, type Arrived, type SimulatedMail } from './simulated-mail.js';

// Worker processes that die by SIGKILL after each change of state of a Monday's mail, and before the first, with a real
// database and a real mail server. Each death has a municipality of its own; a process dies in the middle of several.

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

/** The minutes in which everything arrives that is due on Monday at 07.00. */
const BY_0705 = [`${MONDAY} 07.02`, `${MONDAY} 07.05`];

let municipalities = 0;
/** A municipality in which this has happened, and whose last round was on Friday. */
async function aMunicipality(more: readonly Happening[] = []): Promise<string> {
  const tenant = String(5000 + (municipalities += 1));
  const story = [...STORY, ...more].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await simulated.happen(
    story.map((happening) => inTenant(happening, tenant)),
    tenant,
  );
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

/** Runs a worker process on Monday morning; returns the signal that ended it, and how far it came with each municipality. */
async function worker(...ordered: readonly Ordered[]) {
  const mine = next ?? waitingWorker();
  // The one after it begins meanwhile.
  next = waitingWorker();
  const orders: Orders = { municipalities: ordered, now: moment(`${MONDAY} 07.00`).toISOString() };
  mine.process.stdin.end(`${JSON.stringify(orders)}\n`);
  const { code, signal, output, errors } = await mine.ended;
  if (signal === null && code !== 0) throw new Error(errors);
  const reached = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Reached);
  expect(reached.map(({ tenant }) => tenant)).toEqual(ordered.map(({ tenant }) => tenant));
  return { signal, reached };
}

/** Makes the leases of the dead worker expire. */
const leasesExpire = () =>
  owner.query(`update mail_dispatch set leased_until = now() - interval '1 s' where leased_until is not null`);

/** The minutes of a worker after the deaths; the mails of each municipality until then, by first name. */
async function afterwards(tenants: readonly string[], times: readonly string[]) {
  await leasesExpire();
  for (const tenant of tenants) for (const time of times) await simulated.workersRun(moment(time), 1, tenant);
  const arrived = simulated.takeArrived();
  return new Map(
    tenants.map((tenant) => {
      const own = arrived.filter(({ to }) => receiverOf(to)[0] === tenant);
      return [tenant, Map.groupBy(own, ({ to }) => receiverOf(to)[1])];
    }),
  );
}

/** Municipalities in the middle of which one process dies. */
const AT_ONCE = 6;
interface Death {
  readonly point: string;
  readonly tenant: string;
  readonly reached: Reached;
  readonly received: ReadonlyMap<string, readonly Arrived[]>;
}
/** Lets workers die at these points, and others work on at these times; `look` is called before these begin. */
async function deaths(
  wanted: readonly string[],
  times: readonly string[],
  more: readonly Happening[] = [],
  look: (tenant: string) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Death[]> {
  const all: Death[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const ordered: Ordered[] = [];
    for (const dieAt of wanted.slice(from, from + AT_ONCE)) ordered.push({ tenant: await aMunicipality(more), dieAt });
    const { signal, reached } = await worker(...ordered);
    expect(signal).toBe(reached.some(({ isStopped }) => isStopped) ? 'SIGKILL' : null);
    for (const { tenant } of ordered) await look(tenant);
    const received = await afterwards(
      ordered.map(({ tenant }) => tenant),
      times,
    );
    for (const [i, { tenant, dieAt }] of ordered.entries())
      all.push({ point: dieAt!, tenant, reached: reached[i]!, received: received.get(tenant)! });
  }
  return all;
}

let points: readonly string[];
test('a worker that does not die sends everything, and passes these changes of state', async () => {
  const tenant = await aMunicipality();
  const { signal, reached } = await worker({ tenant, dieAt: null });
  expect(signal).toBeNull();
  points = reached[0]!.passed;
  expect(outcome((await afterwards([tenant], BY_0705)).get(tenant)!)).toEqual(EVERYTHING);
  expect(outcome((await afterwards([tenant], [`${TUESDAY} 07.00`])).get(tenant)!)).toEqual({});
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
  const ordered: Ordered = { tenant, dieAt: null };
  await Promise.all([worker(ordered), worker(ordered)]);
  const received = (await afterwards([tenant], BY_0705)).get(tenant)!;
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
    ['within five minutes', isOfItsOwn, BY_0705, [`${TUESDAY} 07.00`]],
    ['on the next working day', isOfTheRound, [`${TUESDAY} 07.00`], ['2026-08-26 07.00']],
  ])('when the next one works %s', async (_, isWanted, times, later) => {
    const wanted = points.filter(isWanted);
    const outcomes: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const { point, tenant, reached, received } of await deaths(wanted, times)) {
      // Mails that are handed over at the same time may be recorded in one transaction, so that there is one fewer.
      const hasDied = reached.isStopped || (point.startsWith('transaction') && !reached.passed.includes(point));
      outcomes[point] = {
        hasDied,
        ...outcome(received),
        later: outcome((await afterwards([tenant], later)).get(tenant)!),
      };
      expected[point] = { hasDied: true, ...EVERYTHING, later: {} };
    }
    expect(Object.keys(outcomes)).toEqual(wanted);
    expect(outcomes).toEqual(expected);
  });
});

/** Three working days before they are due, which is on Tuesday, their owners are told. */
const TOLD_ON_TUESDAY = [
  agreed('Ola’s', '2026-08-18', '2026-08-28'),
  agreed('Berit’s', '2026-08-18', '2026-08-28', { owner: berit, service: null }),
];

test('with new steps on the next morning, whoever was sent no mail on Monday gets one that tells all', async () => {
  const wanted = points.filter(isOfTheRound);
  const outcomes: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  /** People whose mail the dead worker may have sent: it goes again as it was. One that was only composed is composed anew. */
  const begun = new Map<string, readonly string[]>();
  const look = async (tenant: string) => {
    const { rows } = await owner.query<{ person_id: string }>(
      `select person_id from mail_dispatch where tenant = $1 and state not in ('due', 'composed')`,
      [tenant],
    );
    begun.set(
      tenant,
      rows.map(({ person_id: id }) => id),
    );
  };
  const times = [`${TUESDAY} 07.00`, '2026-08-26 07.00'];
  for (const { point, tenant, received } of await deaths(wanted, times, TOLD_ON_TUESDAY, look)) {
    const mailsOf = (personId: string) => (begun.get(tenant)!.includes(personId) ? 2 : 1);
    const told = (name: string) => {
      const mails = [...Map.groupBy(received.get(name) ?? [], ({ mail }) => mail.messageId).values()];
      const lines = mails.flatMap(([first]) => itemsIn(first!.mail)).filter((item) => item.startsWith('Et tiltak'));
      return { mails: mails.length, matters: new Set(lines.map((line) => line.replace(/ \(.*/, ''))) };
    };
    outcomes[point] = { ola: told('Ola'), berit: told('Berit') };
    expected[point] = {
      ola: {
        mails: mailsOf(ola),
        matters: new Set(['Et tiltak er over fristen', 'Et tiltak har frist 28. august 2026']),
      },
      berit: { mails: mailsOf(berit), matters: new Set(['Et tiltak har frist 28. august 2026']) },
    };
  }
  expect(outcomes).toEqual(expected);
  const ones = Object.values(expected).filter((each) => JSON.stringify(each).match(/"mails":1/g)?.length === 2);
  expect(ones.length).toBeGreaterThan(1);
});
