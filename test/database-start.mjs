import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';

const PREFIX = 'samspill-test-';

/**
 * Starts the only PostgreSQL of a test run in a temporary folder; `freshDatabase()` in postgres.ts creates databases in
 * it.
 */
export default async function start() {
  const { discard, startEmbeddedPostgres } = await import('../libs/platform/database/embedded/index.ts');
  await discardLeftBehind(discard);
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  process.env.SAMSPILL_TEST_POSTGRES = postgres.url;
  globalThis.stopTestPostgres = async () => {
    await postgres.stop();
    await discard(folder);
  };
}

/** A killed run leaves its server and its folder, whose name contains the id of a process that no longer exists. */
async function discardLeftBehind(discard) {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  const dead = names.filter((name) => !isRunning(Number(name.slice(PREFIX.length))));
  await Promise.all(dead.map((name) => discard(join(tmpdir(), name)).catch(() => undefined)));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
