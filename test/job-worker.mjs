import './typescript.mjs';

/**
 * A worker process that stops in the middle of a sweep (`sweep`) or of work (`send`), says so and stays there, for tests
 * that kill it. It sweeps the municipality 3203, on the database and the Redis of its environment.
 */
const { openDatabase, PostgresReadSide, PostgresSignals } = await import('../libs/platform/database/index.ts');
const { JobRunner, PostgresRounds, Sweeper, postgresJobs, redisJobs } = await import('../libs/platform/jobs/index.ts');
const { DueWork, MorningTask } = await import('../libs/platform/jobs/due.examples.ts');
const { systemClock } = await import('../libs/platform/kernel/index.ts');

const [, , url, where] = process.argv;
const stay = async () => {
  process.stdout.write('stays\n');
  await new Promise(() => undefined);
};
const report = () => undefined;
const source = await openDatabase({ url, entities: [] });
const rounds = new PostgresRounds(source, new PostgresReadSide(source), systemClock);
const tasks = where === 'sweep' ? [new MorningTask(url, rounds, stay)] : [];
new JobRunner({
  source,
  backend: process.env.REDIS_URL ? redisJobs(process.env.REDIS_URL, source) : postgresJobs(source),
  sweeper: new Sweeper({ url, clock: systemClock, tenants: async () => ['3203'], tasks, report }),
  send: new DueWork(url, where === 'send' ? stay : undefined),
  signals: new PostgresSignals(url),
  report,
  periodMs: 400,
  stalledMs: 2_000,
}).start();
