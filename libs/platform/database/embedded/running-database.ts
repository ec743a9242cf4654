import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#platform/environment';
import { DATABASE } from './cluster.js';
import { isInitialised, placesIn, readAccess } from './data-folder.js';
import { isHeld } from './folder-lock.js';
import { pause } from './running-process.js';

const READY_WITHIN = 15_000;

/** True when a data folder holds a database already, running or not. */
export const holdsDatabase = (folder: string): Promise<boolean> => isInitialised(folder);

/**
 * Connection string of the embedded PostgreSQL that another living Samspill runs on this folder, so that commands work
 * beside it; undefined when none holds the folder.
 * @throws StartRefused when one holds it but its database takes no connections (it is just starting or stopping).
 */
export async function runningDatabase(given: string): Promise<string | undefined> {
  const folder = await realpath(given).catch(() => undefined);
  if (folder === undefined) return undefined;
  for (const until = performance.now() + READY_WITHIN; await isHeld(folder); await pause(50)) {
    const port = await portWhenReady(folder);
    if (port !== undefined) {
      const { password } = await readAccess(folder);
      return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
    }
    if (performance.now() > until)
      throw new StartRefused(`Another Samspill is starting or stopping on ${folder}: try again in a moment.`);
  }
  return undefined;
}

/** The server writes its port on the fourth line of its pid file, and how far it has come on the eighth. */
async function portWhenReady(folder: string): Promise<number | undefined> {
  const lines = (await readFile(join(placesIn(folder).cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : undefined;
}
