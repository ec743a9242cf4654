import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inProject, isRunning } from './project.mjs';

const LOCK = inProject('.tmp', 'setup.lock');

/** Runs `work` while no other process of this project does; waits for a running one, and takes over from a dead one. */
export async function exclusively(work) {
  mkdirSync(inProject('.tmp'), { recursive: true });
  const mine = `${LOCK}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (let told = false; !taken(mine); told = true) {
      const holder = holderOf(LOCK);
      if (holder !== undefined && !isRunning(holder)) rmSync(LOCK, { force: true });
      else {
        if (!told) console.error(`Waiting for another set-up of this folder (process ${holder}) …`);
        await pause(200);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** A link is created with its content or not at all, so the holder's process id can always be read. */
function taken(mine) {
  try {
    linkSync(mine, LOCK);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
