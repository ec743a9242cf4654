import { realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '#platform/environment';
import { isInitialised, placesIn, readAccess, urlOn } from './data-folder.js';
import { isHeld } from './folder-lock.js';
import { writtenServer } from './postmaster-file.js';

const READY_WITHIN = 15_000;

/** True when a data folder contains a database, running or not. */
export const holdsDatabase = (folder: string): Promise<boolean> => isInitialised(folder);

/**
 * Connection string of the embedded PostgreSQL that another Samspill process runs on this folder, so that commands can
 * run beside it; undefined when no process holds the folder.
 * @throws StartRefused when a process holds it but its database accepts no connections (it is starting or stopping).
 */
export async function runningDatabase(given: string): Promise<string | undefined> {
  const folder = await realpath(given).catch(() => undefined);
  if (folder === undefined) return undefined;
  for (const until = performance.now() + READY_WITHIN; await isHeld(folder); await pause(50)) {
    const server = await writtenServer(placesIn(folder).cluster);
    if (server?.readyOn !== undefined) return urlOn(server.readyOn, await readAccess(folder));
    if (performance.now() > until)
      throw new StartRefused(`Another Samspill is starting or stopping on ${folder}: try again in a moment.`);
  }
  return undefined;
}
