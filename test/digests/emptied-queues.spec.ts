import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { openLog } from '#platform/observability';
import { jobsOf } from '../../apps/worker/src/index.js';
import { postgresUnderTest, type BackendUnderTest } from '../../libs/platform/jobs/backend-under-test.js';
import { EVERYTHING, lastRoundOnFriday, MONDAY, outcome, STORY } from './monday.examples.js';
import { moment, NAMES, TENANT } from './school-year.story.js';
import { simulateMail, type SimulatedMail } from './simulated-mail.js';

jest.setTimeout(120_000);

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
  const log = openLog('fatal', { write: () => undefined });
  const runners = [api, beside].map(({ installation, app }) =>
    jobsOf(installation, app, log, { periodMs: 400, stalledMs: 2000 }),
  );
  try {
    for (const runner of runners) runner.start();
    api.clock.set(moment(`${MONDAY} 06.59`));
    await queues.empty();
    expect(smtp.received).toEqual([]);
    api.clock.set(moment(`${MONDAY} 07.00`));
    while (smtp.received.length < 4) await pause(50);
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
    await beside.close();
  }
  await simulated.workersRun(moment(`${MONDAY} 07.05`));
  const received = Map.groupBy(simulated.takeArrived(), ({ to }) => NAMES.get(to)!);
  expect(outcome(received)).toEqual(EVERYTHING);
  expect([...received.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});
