import { readdir, readlink, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '#platform/environment';
import { postmasterFile, writtenServer } from './postmaster-file.js';
import { commandOf, waitForEnd } from './running-process.js';

const FAST = 20_000;
const IMMEDIATE = 5_000;

/**
 * Cleans up after a killed Samspill: stops its server if it still runs, and removes a pid file whose number now belongs
 * to another program (the server would think that it is already running). A pid file of an ended process stays: the
 * server itself checks that nothing of the old one is left, and removes it.
 */
export async function stopPreviousServer(cluster: string): Promise<void> {
  const pid = (await writtenServer(cluster))?.pid;
  if (pid === undefined) return;
  const command = await commandOf(pid);
  if (command === undefined) {
    await backendsGone(cluster);
  } else if (isServerOn(cluster, command)) {
    await stopServer(pid, cluster);
  } else {
    await backendsGone(cluster);
    await rm(postmasterFile(cluster), { force: true });
  }
}

/** Stops a server: first gracefully (open transactions are rolled back, everything is written), then immediately. */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  for (const [signal, withinMs] of [
    ['SIGINT', FAST],
    ['SIGQUIT', IMMEDIATE],
  ] as const) {
    signalTo(pid, signal);
    if (await waitForEnd(pid, withinMs)) return;
  }
  throw new StartRefused(`The database process ${pid} on ${cluster} does not stop: end it, then start again.`);
}

const isServerOn = (cluster: string, command: string) =>
  command.includes('postgres') && command.includes(`-D ${cluster} `);

/** Workers of a killed server live on for a moment; their working directory is the database's folder. */
async function backendsGone(cluster: string): Promise<void> {
  for (const until = performance.now() + IMMEDIATE; performance.now() < until; await pause(50)) {
    if ((await standingIn(cluster)).length === 0) return;
  }
  const [pid] = await standingIn(cluster);
  throw new StartRefused(`A database process (${pid}) still works in ${cluster}: end it, then start again.`);
}

async function standingIn(folder: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => undefined)));
  return pids.filter((_, i) => places[i] === folder);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
