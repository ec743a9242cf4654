import 'reflect-metadata';
import { runProcess } from '#platform/process';

/** The worker alone, as `samspill worker` runs it. Environment: docs/operations.md. */
await runProcess(async (context) => {
  const { followLog } = await import('./follow-log.js');
  await followLog(context);
});
