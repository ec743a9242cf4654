import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The project's folder. */
export const PROJECT = join(import.meta.dirname, '..', '..');

/** One text file of the project. */
export interface Source {
  /** Path from the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every file under the folders whose path matches, in the order of their paths; generated ones are left out. */
export function sourcesIn(folders: readonly string[], matching: RegExp): readonly Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => matching.test(path) && !path.includes('/generated/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') }));
}
