import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '#platform/environment';
import { identityOf } from './running-process.js';

/** Holds the folder until it is released or its process has ended. */
export interface FolderLock {
  release(): Promise<void>;
}

const TRIES = 1000;
/** Time given to a Samspill that is stopping to release the folder. */
const RELEASE_WITHIN_MS = 1500;

/** Locks a data folder for this process; refuses in one sentence when another living process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'samspill.lock');
  const mine = join(folder, `samspill.lock.${randomUUID()}`);
  const content = `${process.pid} ${await identityOf(process.pid)}`;
  await writeFile(mine, content, { mode: 0o600 });
  const until = performance.now() + RELEASE_WITHIN_MS;
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await linked(mine, path)) return { release: () => releaseIf(path, content) };
      const holder = await readFile(path, 'utf8').catch(() => undefined);
      if (holder === undefined) continue;
      if (!(await isAlive(holder))) await removeStale(path, holder);
      else if (performance.now() < until) await pause(50);
      else throw new StartRefused(heldBy(folder, holder));
    }
    throw new StartRefused(`The data folder ${folder} is being opened by others all the time: try again.`);
  } finally {
    await rm(mine, { force: true });
  }
}

/** True while a living process holds the folder. */
export async function isHeld(folder: string): Promise<boolean> {
  const holder = await readFile(join(folder, 'samspill.lock'), 'utf8').catch(() => undefined);
  return holder !== undefined && isAlive(holder);
}

const heldBy = (folder: string, holder: string) =>
  `Samspill is already running on the data folder ${folder} (process ${holder.split(' ')[0]}): ` +
  'stop it first, or choose another folder with SAMSPILL_DATA.';

async function isAlive(holder: string): Promise<boolean> {
  const [pid, ...identity] = holder.split(' ');
  const now = await identityOf(Number(pid));
  return now !== undefined && now === identity.join(' ');
}

/** A link is created completely or not at all: of two concurrent attempts, one succeeds. */
const linked = (from: string, to: string) =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Removes a lock whose process has ended; restores it if another process has taken it in the meantime. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const isAside = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!isAside) return;
  if ((await readFile(aside, 'utf8')) !== stale) await linked(aside, path);
  await rm(aside, { force: true });
}

async function releaseIf(path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === content) await rm(path, { force: true });
}
