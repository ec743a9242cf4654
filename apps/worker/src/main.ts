import 'reflect-metadata';
import { runProcess } from '#platform/process';

/** The worker alone; `samspill worker` is the same. Environment: docs/operations.md. */
await runProcess(async (context) => {
  const { followLog } = await import('./follow-log.js');
  await followLog(context);
});
