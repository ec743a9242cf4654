import type { Command } from 'commander';
import type { JobQueues } from '#platform/jobs';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { EXIT } from '#platform/process';
import { tableLines } from '../terminal/table.js';
import { withInstallation } from './with-installation.js';

/** Longest wait for the server of the queues, in ms. */
const ANSWERS_WITHIN_MS = 10_000;

type Use = (queues: JobQueues, installation: Installation) => Promise<void>;

interface Chosen {
  readonly all?: boolean;
}

export function jobsCommand(program: Command, cli: Cli): void {
  const jobs = program
    .command('jobs')
    .summary('show the queues of jobs; try failed jobs again, or discard them')
    .description(
      'Jobs only trigger work: what is due stands in tables, and a sweep every minute finds it. So a failed job need not be\n' +
        'tried again, and a discarded one loses nothing. Their ids, municipalities and the kind of fault are shown, no texts.',
    )
    .addHelpText(
      'after',
      `
Examples:
  samspill jobs
  samspill jobs next
  samspill jobs retry send/018f0c5e-…
  samspill jobs discard --all`,
    );
  jobs
    .command('list', { isDefault: true })
    .summary('what waits in the queues, and what failed (the default)')
    .action(() => withQueues(cli, (queues, installation) => list(queues, installation, cli)));
  jobs
    .command('next')
    .summary('when the next sweep is, and which rounds have been done last')
    .action(() => withQueues(cli, (queues, installation) => next(queues, installation, cli)));
  jobs
    .command('retry')
    .argument('[job...]', 'as samspill jobs prints them')
    .option('--all', 'every failed job')
    .summary('put failed jobs into their queue again')
    .action((ids: string[], chosen: Chosen) =>
      withQueues(cli, (queues) => each(queues, ids, chosen, cli, 'is tried again', (id) => queues.retry(id))),
    );
  jobs
    .command('discard')
    .argument('[job...]', 'as samspill jobs prints them')
    .option('--all', 'every failed job')
    .summary('remove failed jobs')
    .action((ids: string[], chosen: Chosen) =>
      withQueues(cli, (queues) => each(queues, ids, chosen, cli, 'is discarded', (id) => queues.discard(id))),
    );
}

const withQueues = (cli: Cli, use: Use): Promise<void> =>
  withInstallation(
    cli,
    async (installation) => {
      const { JobQueues, withTimeLimit } = await import('#platform/jobs');
      const { jobs } = installation;
      const queues = await JobQueues.open(jobs);
      let hasAnswered = false;
      try {
        await withTimeLimit(ANSWERS_WITHIN_MS, queues.ready()).catch(() => {
          throw new CommandFailed(`${jobs.name} does not answer, where the queues are.`);
        });
        hasAnswered = true;
        await use(queues, installation);
      } finally {
        await queues.close(!hasAnswered);
      }
    },
    { login: 'operator', existing: true },
  );

async function list(queues: JobQueues, { dataSource, jobs }: Installation, { terminal }: Cli): Promise<void> {
  const { jobStatus } = await import('#platform/jobs');
  const [figures, failed, { sweptSecondsAgo, faults }] = await Promise.all([
    queues.figures(),
    queues.failed(),
    jobStatus(dataSource),
  ]);
  const rows = figures.map(({ queue, waiting, oldestSeconds, planned, failed }) =>
    [queue, waiting, `${Math.round(oldestSeconds)} s`, planned, failed].map(String),
  );
  terminal.out(`Queues in ${jobs.name}`);
  const headings = ['queue', 'waiting', 'oldest', 'planned', 'failed'];
  for (const line of tableLines(headings, rows, terminal.width)) terminal.out(line);
  if (failed.length > 0) {
    terminal.out('');
    const lines = failed.map((job) => [job.id, job.tenant ?? '', job.failedAt?.toISOString() ?? '', job.reason]);
    for (const line of tableLines(['failed job', 'municipality', 'at', 'fault'], lines, terminal.width))
      terminal.out(line);
  }
  terminal.err(
    sweptSecondsAgo === null
      ? 'No sweep has ended yet: start a worker.'
      : `The last sweep ended ${Math.round(sweptSecondsAgo)} seconds ago; ${faults} of its tasks failed.`,
  );
}

async function next(queues: JobQueues, { dataSource }: Installation, { terminal }: Cli): Promise<void> {
  const { lastRounds } = await import('#platform/jobs');
  const [schedulers, rounds] = await Promise.all([queues.schedulers(), lastRounds(dataSource)]);
  const planned = schedulers.map(({ name, everyMs, next }) => [name, `${everyMs / 1_000} s`, next.toISOString()]);
  if (planned.length === 0) terminal.err('Nothing is planned yet: start a worker.');
  else for (const line of tableLines(['job', 'every', 'next'], planned, terminal.width)) terminal.out(line);
  if (rounds.length === 0) return;
  terminal.out('');
  const done = rounds.map(({ tenant, name, period }) => [tenant, name, period]);
  for (const line of tableLines(['municipality', 'round', 'done last'], done, terminal.width)) terminal.out(line);
}

/** @throws CommandFailed when none is chosen, or one is not a failed job; the others are done */
async function each(
  queues: JobQueues,
  ids: readonly string[],
  { all = false }: Chosen,
  { terminal }: Cli,
  done: string,
  work: (id: string) => Promise<boolean>,
): Promise<void> {
  if (all === ids.length > 0) throw new CommandFailed('Name the failed jobs, or give --all.', EXIT.wrongUse);
  const chosen = all ? (await queues.failed()).map(({ id }) => id) : ids;
  const missing: string[] = [];
  for (const id of chosen)
    if (await work(id)) terminal.out(`${id} ${done}`);
    else missing.push(id);
  if (missing.length > 0) throw new CommandFailed(`There is no failed job ${missing.join(', ')}.`);
  if (chosen.length === 0) terminal.err('No job has failed.');
}
