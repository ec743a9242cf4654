import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { openLog } from '#platform/observability';
import { jobsOf } from '../../apps/worker/src/index.js';
import { postgresUnderTest, type BackendUnderTest } from '../../libs/platform/jobs/backend-under-test.js';
import { EVERYTHING, lastRoundOnFriday, MONDAY, outcome, STORY, TUESDAY } from './monday.examples.js';
import { moment, NAMES, planned, TENANT } from './school-year.story.js';
import { simulateMail, type SimulatedMail } from './simulated-mail.js';

jest.setTimeout(120_000);

/** Names, addresses, the unit and the text of the action of the story. */
const PLANTED = /Kari|Berit|Lars|Ola |Prøve|example\.no|hemmelig|Nordlia/;
/** Contents of the queues, looked at again and again, and lines of the workers' log. */
const [stored, logged]: [string[], string[]] = [[], []];
const log = openLog('trace', { write: (line) => void logged.push(line) });
const PERIODS = { periodMs: 400, stalledMs: 2000 };

let simulated: SimulatedMail;
let queues: BackendUnderTest;
beforeAll(async () => {
  simulated = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  for (const happening of STORY) await simulated.happens(happening);
  queues = await postgresUnderTest(simulated.ownerUrl);
  const owner = new Client(simulated.ownerUrl);
  await owner.connect();
  await lastRoundOnFriday(owner, TENANT);
  await owner.end();
});
afterAll(async () => {
  await queues.end();
  await simulated.close();
});

test('two workers send everything once, although the queues are emptied a minute before', async () => {
  const { api, smtp } = simulated;
  api.clock.set(moment(`${MONDAY} 06.58`));
  const beside = await api.startBeside();
  const runners = [api, beside].map(({ installation, app }) => jobsOf(installation, app, log, PERIODS));
  try {
    for (const runner of runners) runner.start();
    api.clock.set(moment(`${MONDAY} 06.59`));
    await queues.empty();
    expect(smtp.received).toEqual([]);
    api.clock.set(moment(`${MONDAY} 07.00`));
    while (smtp.received.length < 4) {
      stored.push(await queues.contents());
      await pause(50);
    }
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
    await beside.close();
  }
  await simulated.workersRun(moment(`${MONDAY} 07.05`));
  const received = Map.groupBy(simulated.takeArrived(), ({ to }) => NAMES.get(to)!);
  expect(outcome(received)).toEqual(EVERYTHING);
  expect([...received.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});

test('the queues and the logs hold no name, address or matter, also when the mail server fails', async () => {
  const { api, smtp } = simulated;
  await simulated.happens(planned('October', '2026-10-06', `${MONDAY} 12.00`));
  smtp.behaviour = { onMail: () => 421 };
  api.clock.set(moment(`${TUESDAY} 07.00`));
  const runner = jobsOf(api.installation, api.app, log, PERIODS);
  runner.start();
  try {
    while (!logged.some((line) => line.includes('the mail server cannot be used'))) {
      stored.push(await queues.contents());
      await pause(50);
    }
  } finally {
    await runner.stop();
  }
  const [queued, lines] = [stored.join('\n'), [...logged, ...api.logged].join('\n')];
  for (const text of [queued, lines]) expect(text).toContain(TENANT);
  for (const text of [queued, lines]) expect(text).not.toMatch(PLANTED);
});
