import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';

const run = promisify(execFile);

/** Start time of a process, which tells it from a later one with the same number. Undefined if it has ended. */
export async function identityOf(pid: number): Promise<string | undefined> {
  if (!isRunning(pid)) return undefined;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return startedAt(pid);
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? undefined : `${await bootId()}:${fields[18]}`;
}

/** The command line of a running process, or undefined if there is none. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!isRunning(pid)) return undefined;
  const arguments_ = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return arguments_ === undefined ? ps(pid, 'args=') : arguments_.replaceAll('\0', ' ').trim();
}

/** Waits until a process has ended; false when it still runs after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  for (const until = performance.now() + milliseconds; performance.now() < until; await pause(10)) {
    if ((await identityOf(pid)) === undefined) return true;
  }
  return false;
}

/** The state of a process is the third field of its stat file; on systems without /proc, `ps` reports it. */
const startedAt = (pid: number) => ps(pid, 'lstart=');

const ps = (pid: number, what: string) =>
  run('ps', ['-p', String(pid), '-o', what]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );

const bootId = () =>
  readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => '',
  );

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
