import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { JobBackend } from './backend.js';
import { jobStatus } from './job-status.js';
import { onBothServers, until } from './jobs-under-test.js';
import type { Work } from './work.js';

// The specifications wait for what must happen; none depends on how long it takes.

/** Longer than any specification. */
const NEVER_MS = 3_600_000;

/** The same server; reports when a worker looks whether its scheduler exists. */
const watched = (backend: JobBackend, onLook: () => void): JobBackend => ({
  ...backend,
  async connect(onFault) {
    const connected = await backend.connect(onFault);
    return {
      ...connected,
      queue(name) {
        const queue = connected.queue(name);
        const look = queue.getJobScheduler.bind(queue);
        queue.getJobScheduler = (id) => {
          onLook();
          return look(id);
        };
        return queue;
      },
    };
  },
});
/** Of work that is triggered from outside only. */
const none = () => Promise.resolve([]);

onBothServers('jobs with their queues', (jobs) => {
  test('sweep every period, every task for one municipality after the other', async () => {
    const it = jobs();
    const { notices } = it.start({ tasks: [it.task('first'), it.task('second')], tenants: ['3203', '3301'] });
    await until(async () => (await it.swept()).length >= 12);
    const round = ['3203 first', '3203 second', '3301 first', '3301 second'];
    expect((await it.swept()).slice(0, 8)).toEqual([...round, ...round]);
    expect(notices).toEqual([]);
  });

  test('are shared by the workers, and each of them hears a trigger of which they make one job', async () => {
    const it = jobs();
    const tenants = ['1101', '1103', '1106', '1108', '1111', '1112'];
    const all = Promise.withResolvers<void>();
    let begun = 0;
    // One worker does four at once, so that six at once need both.
    const meanwhile = async () => {
      begun += 1;
      if (begun === tenants.length) all.resolve();
      await all.promise;
    };
    for (const tenant of tenants) await it.makeDue(tenant);
    let runs = 0;
    for (const due of [it.work(meanwhile), it.work(meanwhile)]) {
      const run = (tenant: string, signal: AbortSignal) => {
        runs += 1;
        return due.run(tenant, signal);
      };
      it.start({ send: { name: due.name, waiting: none, run } });
    }
    const looked = await it.queues();
    await until(async () => (await looked.schedulers()).length === 1);
    await Promise.all(tenants.map((tenant) => it.trigger(tenant)));
    await until(async () => (await it.done()).every((times) => times === 1));
    await until(async () => (await looked.figures()).every(({ waiting }) => waiting === 0));
    expect([begun, runs]).toEqual([tenants.length, tenants.length]);
  });

  test('have one scheduler and one next sweep when workers start together', async () => {
    const it = jobs();
    const looks = [0, 0, 0, 0];
    const workers = looks.map((_, i) =>
      it.start({ periodMs: 2_000, backend: watched(it.server.backend(it.source), () => (looks[i]! += 1)) }),
    );
    await until(() => looks.every((times) => times >= 3));
    await Promise.all(workers.map(({ runner }) => runner.stop()));
    const looked = await it.queues();
    expect(await looked.schedulers()).toHaveLength(1);
    const sweeps = (await looked.figures()).find(({ queue }) => queue === 'sweep')!;
    expect(sweeps.planned + sweeps.waiting).toBe(1);
  });

  test('end what is under way when the worker is stopped, and tell it to', async () => {
    const it = jobs();
    const begun = Promise.withResolvers<void>();
    let told = false;
    const send: Work = {
      name: 'slow',
      waiting: () => Promise.resolve(['3203']),
      run: async (_, signal) => {
        begun.resolve();
        await pause(NEVER_MS, undefined, { signal }).catch(() => undefined);
        // Still at work for a moment.
        await pause(100);
        told = true;
      },
    };
    const { runner, notices } = it.start({ send });
    await begun.promise;
    await runner.stop();
    expect(told).toBe(true);
    expect(notices).toEqual([]);
  });

  test('are closed again by a worker that was stopped while it opened them', async () => {
    const it = jobs();
    const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const backend = it.server.backend(it.source);
    let [closed, workers] = [0, 0];
    const slow: JobBackend = {
      ...backend,
      async connect(onFault) {
        const connected = await backend.connect(onFault);
        begun.resolve();
        await goOn.promise;
        return {
          queue(name) {
            const queue = connected.queue(name);
            const close = queue.close.bind(queue);
            queue.close = () => close().finally(() => (closed += 1));
            return queue;
          },
          worker(...about) {
            workers += 1;
            return connected.worker(...about);
          },
        };
      },
    };
    const { runner } = it.start({ backend: slow });
    await begun.promise;
    await runner.stop();
    goOn.resolve();
    await until(() => closed === 2 || workers > 0);
    expect(workers).toBe(0);
  });

  test('keep ids only, also of what failed', async () => {
    const it = jobs();
    const failing = () => Promise.reject(new Error('Kari Nordmann in Storgata 1'));
    const send = { name: 'broken', waiting: none, run: failing };
    const { notices } = it.start({ tasks: [it.task('swept', failing)], send });
    const looked = await it.queues();
    // A job: what a sweep finds before the queues are open is done without one.
    await looked.send('3203', '00000000-0000-4000-8000-000000000001');
    await until(async () => (await looked.failed()).length > 0);
    await until(() => notices.some(({ what }) => what === 'task-fault'));
    await until(async () => (await jobStatus(it.source)).faults === 1);
    const [failed] = await looked.failed();
    expect(failed).toMatchObject({ id: expect.stringMatching(/^send\//) as unknown, tenant: '3203' });
    expect(failed!.reason).toMatch(/^Error at jobs\.spec\.ts:\d+$/);
    const contents = await it.server.contents();
    expect(contents).toContain('3203');
    expect(notices.map(({ what }) => what)).toEqual(expect.arrayContaining(['task-fault', 'job-fault']));
    for (const text of [contents, JSON.stringify(notices)]) expect(text).not.toMatch(/Kari|Nordmann|Storgata/);
    expect((await jobStatus(it.source)).faults).toBe(1);
  });

  test('can be tried again or discarded when they have failed', async () => {
    const it = jobs();
    let isBroken = true;
    const run = () => (isBroken ? Promise.reject(new Error()) : Promise.resolve());
    it.start({ send: { name: 'broken', waiting: none, run } });
    const looked = await it.queues();
    const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    await looked.send('3203', one);
    await looked.send('3203', two);
    await until(async () => (await looked.failed()).length === 2);
    isBroken = false;
    expect(await looked.retry(`send/${one}`)).toBe(true);
    await until(async () => (await looked.failed()).length === 1);
    expect(await looked.discard(`send/${two}`)).toBe(true);
    expect(await looked.failed()).toEqual([]);
    expect(await looked.retry(`send/${two}`)).toBe(false);
    expect(await looked.discard('nothing')).toBe(false);
  });
});
