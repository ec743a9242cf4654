import 'reflect-metadata';
import { EXIT } from './exit-codes.js';
import { nodeIsTooOld } from './node-version.js';
import { run } from './run.js';
import { stopSignals } from './stop-signals.js';
import { processTerminal } from './terminal/terminal.js';

// Whoever reads our output may have had enough (`samspill events | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const tooOld = nodeIsTooOld(process.versions.node);
if (tooOld) {
  console.error(tooOld);
  process.exit(EXIT.refusedToStart);
}

const stop = stopSignals(processTerminal);
process.exitCode = await run(process.argv.slice(2), {
  terminal: processTerminal,
  environment: process.env,
  signal: stop.signal,
});
stop.release();
