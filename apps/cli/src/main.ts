import 'reflect-metadata';
import { runProcess } from '#platform/process';

await runProcess(async (context) => {
  // loaded after the version of Node was checked
  const { run } = await import('./run.js');
  return run(process.argv.slice(2), context);
});
