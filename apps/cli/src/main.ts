import 'reflect-metadata';
import { runProcess } from '#platform/process';

await runProcess(async (context) => {
  // loaded only after the check of the Node version
  const { run } = await import('./run.js');
  return run(process.argv.slice(2), context);
});
