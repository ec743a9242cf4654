import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import './typescript.mjs';

/**
 * A worker process for tests that kill it: `node digest-worker.mjs PLACE`, as JSON. It opens the installation and waits for
 * a line with its orders, as JSON; for each municipality it prints a line with how far it came, as JSON.
 */
const { work } = await import('./digests/dying-worker.ts');

const lines = createInterface({ input: process.stdin });
const ordered = lines[Symbol.asyncIterator]()
  .next()
  .then(({ value }) => JSON.parse(value));
await work(JSON.parse(process.argv[2]), ordered, (reached) => writeSync(1, `${JSON.stringify(reached)}\n`));
lines.close();
