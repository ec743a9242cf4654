import { createInterface } from 'node:readline/promises';
import './typescript.mjs';

/**
 * A worker process for tests that kill it: `node digest-worker.mjs PLACE`, as JSON. It opens the installation and waits for
 * a line with its orders, as JSON; in the end it prints the points that it has passed.
 */
const { work } = await import('./digests/dying-worker.ts');

const lines = createInterface({ input: process.stdin });
const ordered = lines[Symbol.asyncIterator]()
  .next()
  .then(({ value }) => JSON.parse(value));
process.stdout.write(JSON.stringify(await work(JSON.parse(process.argv[2]), ordered)));
lines.close();
