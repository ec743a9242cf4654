import { readFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOGIN_KINDS, LOGIN_VARIABLES, type LoginKind } from './logins.js';

/** Name of the file in a data folder. */
export const LOGIN_FILE = 'database-logins.env';

const HEADING = '# Secret. Addresses of the logins that samspill migrate has made; each process needs its own.';

/**
 * The logins that Samspill has made, with their passwords, from the data folder; readable by its owner only. A line is
 * an environment variable, so that a service can be given its own.
 */
export async function readLoginFile(folder: string): Promise<Partial<Record<LoginKind, string>>> {
  const text = await readFile(join(folder, LOGIN_FILE), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return '';
    throw fault;
  });
  const lines = new Map(text.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1).trim()]));
  const found: Partial<Record<LoginKind, string>> = {};
  for (const kind of LOGIN_KINDS) {
    const url = lines.get(LOGIN_VARIABLES[kind]);
    if (url !== undefined && URL.canParse(url)) found[kind] = url;
  }
  return found;
}

/** Writes the file anew, whole or not at all. */
export async function writeLoginFile(
  folder: string,
  logins: Readonly<Partial<Record<LoginKind, string>>>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lines = LOGIN_KINDS.flatMap((kind) =>
    logins[kind] === undefined ? [] : [`${LOGIN_VARIABLES[kind]}=${logins[kind]}`],
  );
  const path = join(folder, LOGIN_FILE);
  await writeFile(`${path}.new`, [HEADING, ...lines, ''].join('\n'), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
