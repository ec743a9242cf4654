import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { JobQueues } from './job-queues.js';
import { onBothServers, until, type JobsUnderTest } from './jobs-under-test.js';

// What is due stands in tables, so it is done whatever happens to the queues and to the workers.

const ids = (count: number) =>
  Array.from({ length: count }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);

/** A worker process that has begun something and stays there. */
async function stayingWorker(jobs: JobsUnderTest, where: 'sweep' | 'send') {
  const program = fileURLToPath(new URL('../../../test/job-worker.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, jobs.database.url, where], {
    env: { PATH: process.env['PATH'], ...jobs.server.variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  jobs.atEnd(() => Promise.resolve(child.kill('SIGKILL')));
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [Buffer];
  expect(String(said)).toBe('stays\n');
  return child;
}

onBothServers('what is due is done, with the queues', (given) => {
  test('when they are emptied', async () => {
    const jobs = given();
    jobs.start({ tasks: [jobs.task('swept')], send: jobs.work() });
    const looked = await jobs.queues();
    await until(async () => (await looked.schedulers()).length === 1);
    for (const id of ['one', 'two', 'three']) {
      await jobs.makeDue('3203', id);
      await jobs.server.empty();
      const before = (await jobs.swept()).length;
      await until(async () => (await jobs.swept()).length > before + 1);
      await until(async () => (await jobs.done()).every((times) => times === 1));
      await until(async () => (await looked.schedulers()).length === 1);
    }
  });

  test('once, when jobs are doubled', async () => {
    const jobs = given();
    const looked = await jobs.queues();
    for (const id of ids(20)) {
      await jobs.makeDue('3203', id);
      await looked.send('3203', id);
      await looked.send('3203', id);
    }
    const workers = [1, 2].map(() => jobs.start({ tasks: [jobs.morning()], send: jobs.work() }));
    await until(async () => (await jobs.done()).every((times) => times > 0));
    await until(async () => (await looked.figures()).every(({ waiting }) => waiting === 0));
    await until(async () => (await jobs.swept('ended')).length > 0);
    expect(await jobs.done()).toEqual(Array.from({ length: 20 }, () => 1));
    expect(await jobs.swept('begun')).toEqual(['3203 begun']);
    expect(workers.flatMap(({ notices }) => notices)).toEqual([]);
  });

  test('although they say that its job is done', async () => {
    const jobs = given();
    await jobs.makeDue('3203');
    const thief = await JobQueues.open(jobs.server.backend(jobs.source));
    const { promise: stolen, resolve } = Promise.withResolvers<void>();
    // Completes the job without doing anything.
    thief.work('send', () => Promise.resolve(resolve()), { concurrency: 1 });
    await thief.ready();
    await thief.send('3203', ids(1)[0]!);
    await stolen;
    await thief.close();
    expect(await jobs.done()).toEqual([0]);
    jobs.start({ send: jobs.work() });
    await until(async () => (await jobs.done())[0] === 1);
  });

  test('although another completes each job of theirs, sweep or work, without doing it', async () => {
    const jobs = given();
    const thief = await JobQueues.open(jobs.server.backend(jobs.source));
    jobs.atEnd(() => thief.close());
    thief.work('sweep', () => Promise.resolve(), { concurrency: 8 });
    thief.work('send', () => Promise.resolve(), { concurrency: 8 });
    await thief.ready();
    jobs.start({ tasks: [jobs.task('swept')], send: jobs.work() });
    for (const [i, id] of ids(3).entries()) {
      await jobs.makeDue('3203', id);
      await until(async () => (await jobs.done()).filter((times) => times === 1).length > i);
    }
    await until(async () => (await jobs.swept()).length >= 4);
  });

  test('when a worker is killed in the middle of a sweep: its round is done again', async () => {
    const jobs = given();
    const child = await stayingWorker(jobs, 'sweep');
    jobs.start({ tasks: [jobs.morning()] });
    child.kill('SIGKILL');
    await until(async () => (await jobs.swept('ended')).length > 0);
    expect(await jobs.swept('begun')).toEqual(['3203 begun', '3203 begun']);
  });

  test('when a worker is killed in the middle of its work', async () => {
    const jobs = given();
    await jobs.makeDue('3203');
    const child = await stayingWorker(jobs, 'send');
    jobs.start({ send: jobs.work() });
    child.kill('SIGKILL');
    await until(async () => (await jobs.done())[0] === 1);
  });

  test('when they cannot be used for a time; afterwards they are used again', async () => {
    const jobs = given();
    const { notices } = jobs.start({ tasks: [jobs.task('swept')], send: jobs.work() });
    const looked = await jobs.queues();
    await until(async () => (await looked.schedulers()).length === 1);
    await jobs.server.outage();
    try {
      await until(() => notices.some(({ what }) => what === 'queue-fault'));
      const before = (await jobs.swept()).length;
      await jobs.makeDue('3203');
      await jobs.trigger('3203');
      await until(async () => (await jobs.done())[0] === 1);
      await until(async () => (await jobs.swept()).length > before + 1);
    } finally {
      await jobs.server.back();
    }
    await until(() => notices.some(({ what }) => what === 'queue-works'));
    await until(async () => (await looked.schedulers()).length === 1);
    expect(notices.filter(({ what }) => !what.startsWith('queue-'))).toEqual([]);
  });

  test('when they cannot be used at the start of a worker, and when one is stopped then', async () => {
    const jobs = given();
    await jobs.server.outage();
    const first = jobs.start({ tasks: [jobs.task('swept')], send: jobs.work() });
    try {
      await jobs.makeDue('3203');
      await until(async () => (await jobs.done())[0] === 1);
      await until(() => first.notices.some(({ what }) => what === 'queue-fault'));
    } finally {
      await jobs.server.back();
    }
    const looked = await jobs.queues();
    await until(async () => (await looked.schedulers()).length === 1);
    await jobs.server.outage();
    const second = jobs.start({ tasks: [jobs.task('swept')], send: jobs.work() });
    try {
      await until(() => [first, second].every(({ notices }) => notices.at(-1)?.what === 'queue-fault'));
      await Promise.all([first.runner.stop(), second.runner.stop()]);
    } finally {
      await jobs.server.back();
    }
  });

  test('in an outage too, since a worker that begins in one lets everything else in its process go on', async () => {
    const jobs = given();
    const { server } = jobs;
    const connected = await server.backend(jobs.source).connect(() => undefined);
    await server.outage();
    const worker = connected.worker('send', () => Promise.resolve(), { concurrency: 1 });
    try {
      worker.run().catch(() => undefined);
      for (let turns = 0; turns < 100; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    } finally {
      await server.back();
      await worker.close(true);
    }
  });
});
