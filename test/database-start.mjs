import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import './typescript.mjs';

const PREFIX = 'samspill-test-';

/**
 * Starts the only PostgreSQL of a test run in a temporary folder, with the logins that an administrator would create;
 * `freshDatabase()` in postgres.ts creates databases in it.
 */
export default async function start() {
  const { discard, startEmbeddedPostgres } = await import('../libs/platform/database/embedded/index.ts');
  await discardLeftBehind(discard);
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  await createLogins(postgres.url);
  process.env.SAMSPILL_TEST_POSTGRES = postgres.url;
  globalThis.stopTestPostgres = async () => {
    await postgres.stop();
    await discard(folder);
  };
}

const LOGINS = {
  samspill_api: 'samspill_app',
  samspill_worker: 'samspill_app, samspill_runner',
  samspill_operations: 'samspill_operator, samspill_runner',
};

/** Roles belong to the server, so every database of the run has the same. */
async function createLogins(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const group of ['samspill_app', 'samspill_runner', 'samspill_operator'])
    await client.query(`create role ${group} nologin`);
  for (const [login, groups] of Object.entries(LOGINS))
    await client.query(`create role ${login} login password 'x'; grant ${groups} to ${login}`);
  await client.end();
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
