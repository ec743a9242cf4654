import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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

/** How a path is best shown to someone who stands in `folder`. */
export const shown = (path, folder = usersFolder()) => {
  const short = relative(folder, resolve(folder, path));
  return short.startsWith('..') ? path : short || '.';
};

/** Ends with one sentence, as every start that cannot succeed does. */
export class Refused extends Error {}

/** Runs a script's main function; a refusal is printed alone, without a stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
