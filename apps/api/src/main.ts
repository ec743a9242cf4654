import 'reflect-metadata';
import { runProcess } from '#platform/process';

/** The API alone, as `samspill api` runs it. Environment: docs/operations.md. */
await runProcess(async (context) => {
  const { serveApi } = await import('./serve-api.js');
  await serveApi(context);
});
