import { fileURLToPath } from 'node:url';

/** The folder of the sources, or of what is built from them (dist), as an address that ends in a slash. */
const PROGRAM = new URL('../../../', import.meta.url).href;
/** The project's folder where the program runs from its sources, and the folder above dist where it does not. */
const PROJECT = PROGRAM.endsWith('/dist/') ? new URL('../', PROGRAM).href : PROGRAM;
const PREFIXES = [PROJECT, fileURLToPath(PROJECT)];

const FRAMES = 8;

/**
 * The first frames of an error's stack, with paths as seen from the project's folder: an absolute path holds the name
 * of the user's account, which is personal.
 */
export const stackFrames = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => PREFIXES.reduce((frame, prefix) => frame.replaceAll(prefix, ''), line.trim()));
