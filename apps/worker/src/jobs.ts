import type { INestApplicationContext } from '@nestjs/common';
import { sweepTasksOf, type Installation } from '../../composition/src/index.js';
import { runnerUrlOf } from '#platform/database';
import { JobRunner, Sweeper, type ReportJobs, type Work } from '#platform/jobs';
import type { Log } from '#platform/observability';
import { activeTenants } from '#registry';

/** The jobs of an installation, not yet started. @param send what `JobTriggers.send` triggers */
export function jobsOf(
  installation: Installation,
  app: Pick<INestApplicationContext, 'get'>,
  log: Log,
  send?: Work,
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
  return new JobRunner({ source: dataSource, backend: jobs, sweeper, signals, report, ...(send && { send }) });
}

const reportTo =
  (log: Log): ReportJobs =>
  ({ what, ...rest }) =>
    log[what === 'queue-works' ? 'info' : 'error']({ from: 'jobs', what, ...rest }, `jobs: ${what}`);
