import { NestFactory } from '@nestjs/core';
import { AppModule, type Installation } from '../../composition/src/index.js';
import { NestLog, type Log } from '#platform/observability';
import { followersOf } from './followers.js';
import { jobsOf } from './jobs.js';

/**
 * Follows the log and runs the jobs until `signal` aborts, then finishes the current batch and job and closes everything.
 */
export async function runWorker(installation: Installation, log: Log, signal: AbortSignal): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.of(installation), {
    abortOnError: false,
    logger: new NestLog(log),
  });
  const followers = followersOf(installation, app, log);
  const jobs = jobsOf(installation, app, log);
  try {
    if (signal.aborted) return;
    followers.start();
    jobs.start();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await Promise.all([followers.stop(), jobs.stop()]);
    await app.close();
  }
}
