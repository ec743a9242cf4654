import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the scripts are called from. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
export const inProject = (...parts) => join(PROJECT, ...parts);

/**
 * The folder the user stands in: what they write as a relative path is meant from there. npm runs scripts in the
 * project's folder and remembers theirs in INIT_CWD.
 */
export function usersFolder() {
  const here = process.cwd();
  return realpathSync(here) === realpathSync(PROJECT) ? (process.env.INIT_CWD ?? here) : here;
}

/** True while there is a process of this number. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends with one sentence, as every start that cannot succeed does. */
export class Refused extends Error {}

/** The exit code of a start that was refused, as in the program itself. */
const COULD_NOT_START = 3;

/** Runs a script's main function; a refusal is printed alone, without a stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = COULD_NOT_START;
  }
}
