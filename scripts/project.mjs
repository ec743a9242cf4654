import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from whatever folder the scripts are called. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
export const inProject = (...parts) => join(PROJECT, ...parts);

/**
 * The user's working folder, to which their relative paths refer. npm runs scripts in the project's folder and puts the
 * user's in INIT_CWD.
 */
export function usersFolder() {
  const here = process.cwd();
  return realpathSync(here) === realpathSync(PROJECT) ? (process.env.INIT_CWD ?? here) : here;
}

/** True while a process with this id exists. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends the script with one sentence, like every start that cannot succeed. */
export class Refused extends Error {}

/** Exit code of a refused start, as in the program itself. */
const COULD_NOT_START = 3;

/** Runs a script's main function; a refusal is printed without a stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = COULD_NOT_START;
  }
}
