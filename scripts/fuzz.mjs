import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { main, Refused } from './project.mjs';
import { withProgress } from './progress.mjs';
import { setUp } from './setup.mjs';

const REQUESTS = 1_000_000;
/** Number of times at which memory is measured. */
const MEASURED = 20;
/** Largest growth from the first quarter of the run to its end: caches fill up at first, and are limited. */
const MOST = 1.25;

/**
 * `npm run fuzz -- --seed S --requests N`: sends requests made from the OpenAPI document to a whole application, and prints
 * what is wrong with answers, and the memory in use. Exit code 1 if anything is wrong, or memory grows.
 */
await main(async () => {
  const { seed, requests } = given();
  await setUp();
  await import('../test/typescript.mjs');
  const { default: startDatabase } = await import('../test/database-start.mjs');
  const { default: stopDatabase } = await import('../test/database-stop.mjs');
  const { fuzz } = await import('../test/fuzz/fuzz.ts');
  const memory = [];
  let done = 0;
  await startDatabase();
  try {
    const report = await withProgress(
      `${requests} requests with seed ${seed}`,
      () =>
        fuzz({
          seed,
          requests,
          onFault: (fault) => console.log(fault),
          onProgress: (now) => {
            done = now;
            if (now >= ((memory.length + 1) * requests) / MEASURED) memory.push(measured(now));
          },
        }),
      () => done / requests,
    );
    process.exitCode = print(report, memory) ? 0 : 1;
  } finally {
    await stopDatabase();
  }
});

function given() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, requests: { type: 'string', default: String(REQUESTS) } },
  });
  const [seed, requests] = [values.seed, values.requests].map(Number);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(requests) || requests < 1)
    throw new Refused('Give whole numbers: npm run fuzz -- --seed 7 --requests 100000');
  return { seed, requests };
}

/** Memory in use after a collection, in MB, when `requests` are done; printed. */
function measured(requests) {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external, rss } = process.memoryUsage();
  const [used, resident] = [heapUsed + external, rss].map((bytes) => Math.round(bytes / 2 ** 20));
  console.log(`${requests} requests: ${used} MB in use, ${resident} MB resident`);
  return { requests, used };
}

/** True if nothing is wrong. */
function print({ faults, statuses, served, operations }, memory) {
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(`Answers by status: ${counts.join(', ')}`);
  const never = operations.filter((name) => !served.has(name));
  console.log(`${served.size} of ${operations.length} operations answered 200; never: ${never.join(', ') || 'none'}`);
  const early = memory[Math.floor(memory.length / 4)]?.used ?? 0;
  const growth = (memory.at(-1)?.used ?? 0) / (early || 1);
  const isFlat = growth <= MOST;
  console.log(`Memory is ${isFlat ? 'flat' : 'not flat'}: ${growth.toFixed(2)} × that after the first quarter.`);
  console.log(`${faults.length} answers with a fault.`);
  return faults.length === 0 && isFlat;
}
