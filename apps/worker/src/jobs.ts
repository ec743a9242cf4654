import type { INestApplicationContext } from '@nestjs/common';
import { sweepTasksOf, type Installation } from '../../composition/src/index.js';
import { runnerUrlOf } from '#platform/database';
import { JobRunner, Sweeper, type JobRunnerOptions, type ReportJobs, type Work } from '#platform/jobs';
import { MailSender, tenantsWithDueMail } from '#platform/mail';
import type { Log } from '#platform/observability';
import { activeTenants } from '#registry';

/**
 * The jobs of an installation, not yet started: the sweep, and sending the mail that is due.
 * @param times for specifications: shorter ones
 */
export function jobsOf(
  installation: Installation,
  app: Pick<INestApplicationContext, 'get'>,
  log: Log,
  times: Pick<JobRunnerOptions, 'periodMs' | 'stalledMs'> = {},
): JobRunner {
  const { clock, dataSource, jobs, signals } = installation;
  const report = reportTo(log);
  const sweeper = new Sweeper({
    url: runnerUrlOf(dataSource),
    clock,
    tenants: () => activeTenants(dataSource),
    tasks: sweepTasksOf(app, installation),
    report,
  });
  return new JobRunner({
    source: dataSource,
    backend: jobs,
    sweeper,
    signals,
    report,
    send: sending(installation, app, log),
    ...times,
  });
}

/** What is due stands in the table of mails; faults of composers are in the log by kind and id. */
function sending({ clock, dataSource }: Installation, app: Pick<INestApplicationContext, 'get'>, log: Log): Work {
  return {
    name: 'send',
    run: async (tenant, signal) => {
      const sender = app.get<MailSender>(MailSender, { strict: false });
      const { faults, serverFailed, ...counts } = await sender.drain(tenant, signal);
      for (const fault of faults) log.error({ from: 'mail', tenant, ...fault }, 'mail: not composed');
      if (serverFailed !== undefined)
        log.error({ from: 'mail', tenant, code: serverFailed, ...counts }, 'mail: the mail server cannot be used');
    },
    waiting: () => tenantsWithDueMail(dataSource, clock.now()),
  };
}

const reportTo =
  (log: Log): ReportJobs =>
  ({ what, ...rest }) =>
    log[what === 'queue-works' ? 'info' : 'error']({ from: 'jobs', what, ...rest }, `jobs: ${what}`);
