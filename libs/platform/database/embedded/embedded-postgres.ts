import { realpath, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { databaseAccount } from './account.js';
import { postgresBinaries } from './binaries.js';
import { initialiseCluster } from './cluster.js';
import { isInitialised, newPassword, openDataFolder, placesIn, readAccess, urlOn, writeAccess } from './data-folder.js';
import { lockFolder } from './folder-lock.js';
import { freePort } from './free-port.js';
import { stopPreviousServer } from './stop-previous-server.js';
import { logLength, startServer, startFailure, type Server } from './server.js';
import { checkFirstConnection } from './first-connection.js';

export interface EmbeddedOptions {
  /** The data folder; made if missing. */
  readonly folder: string;
  /** False only in tests: faster, but writes may be lost when the machine stops. */
  readonly durable?: boolean;
  /** Called when the server ends without being stopped. */
  readonly onLost?: () => void;
}

/** Samspill's own PostgreSQL, running. */
export interface EmbeddedPostgres {
  /** Connection string of the database's owner, on the loopback address only. */
  readonly url: string;
  readonly pid: number;
  /** True when this start made the database. */
  readonly isNew: boolean;
  /** Stops the server cleanly and releases the folder. */
  stop(): Promise<void>;
}

const PORT_TRIES = 5;

/**
 * Starts Samspill's own PostgreSQL on a data folder: initialises the database the first time, and recovers after a hard
 * stop of Samspill, the server or the machine. Throws `StartRefused` with one sentence, and changes nothing, when the
 * folder cannot be used, is held by another Samspill, or is of another version.
 */
export async function startEmbeddedPostgres({
  folder: given,
  durable = true,
  onLost,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await postgresBinaries();
  await openDataFolder(given);
  const folder = await realpath(given);
  const { cluster } = placesIn(folder);
  const account = await databaseAccount([folder, dirname(binaries.postgres)]);
  const lock = await lockFolder(folder);
  try {
    await stopPreviousServer(cluster);
    const isNew = !(await isInitialised(folder));
    if (isNew) {
      await writeAccess(folder, { port: 0, password: newPassword() });
      const { password } = await readAccess(folder);
      await initialiseCluster(binaries, account, { folder, password, durable });
    }
    const { server, url } = await listen(folder, (port) =>
      startServer(binaries.postgres, account, { folder, port, durable, ...(onLost && { onLost }) }),
    );
    await checkFirstConnection(url, folder, server);
    const stop = async () => {
      await server.stop();
      await lock.release();
    };
    return { url, pid: server.pid, isNew, stop };
  } catch (fault) {
    await lock.release();
    throw fault;
  }
}

/** Starts on the previous port if it is free, and retries on another port when a program takes it in between. */
async function listen(folder: string, start: (port: number) => Promise<Server | undefined>) {
  const { password, port: last } = await readAccess(folder);
  const logFrom = await logLength(folder);
  let port = last;
  for (let attempt = 0; attempt < PORT_TRIES; attempt += 1) {
    port = await freePort(port);
    const server = await start(port);
    if (server) {
      if (port !== last) await writeAccess(folder, { port, password });
      return { server, url: urlOn(port, { password }) };
    }
    port = 0;
  }
  throw await startFailure(folder, logFrom);
}

/**
 * Stops the servers that a killed process left running on a folder, and removes the folder (temporary databases of
 * tests).
 */
export async function discard(folder: string): Promise<void> {
  const place = await stat(folder).then(
    () => realpath(folder),
    () => undefined,
  );
  if (place === undefined) return;
  const lock = await lockFolder(place);
  try {
    await stopPreviousServer(placesIn(place).cluster);
  } finally {
    await lock.release();
  }
  await rm(place, { recursive: true, force: true });
}
