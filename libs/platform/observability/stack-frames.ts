import { fileURLToPath } from 'node:url';

/** URL of the source folder, or of its build output (dist), ending in a slash. */
const PROGRAM = new URL('../../../', import.meta.url).href;
/** The project's folder: the source folder, or the one above dist. */
const PROJECT = PROGRAM.endsWith('/dist/') ? new URL('../', PROGRAM).href : PROGRAM;
const PREFIXES = [PROJECT, fileURLToPath(PROJECT)];

const FRAMES = 8;

/**
 * The first frames of an error's stack, with paths relative to the project's folder: an absolute path contains the name
 * of the user's account, which is personal data.
 */
export const stackFrames = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => PREFIXES.reduce((frame, prefix) => frame.replaceAll(prefix, ''), line.trim()));
