import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '#platform/environment';
import { LOGIN_FILE } from '../login-file.js';
import { POSTGRES_MAJOR } from './binaries.js';

/** Name of the database and of its owner in Samspill's own PostgreSQL. */
export const DATABASE = 'samspill';

/** Paths within a data folder. */
export const placesIn = (folder: string) => ({
  /** PostgreSQL's own folder; it exists only after a complete initialisation. */
  cluster: join(folder, 'postgres'),
  access: join(folder, 'database.json'),
  log: join(folder, 'postgres.log'),
});

/** Prefix of the folder of a database that is being initialised. */
export const UNFINISHED = 'postgres.unfinished-';

const OURS = ['postgres', 'postgres.log', 'database.json', 'samspill.lock', 'session.key', LOGIN_FILE];
const isOurs = (name: string) => OURS.includes(name) || name.startsWith(UNFINISHED);

/** When root starts Samspill, the database's account must be able to pass through the folder to its own. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Port and password of the data folder's database; the file is readable by its owner only. */
export type Access = z.infer<typeof Access>;
const Access = z.object({ port: z.int(), password: z.string().min(1) });

/** Makes the folder if it is missing; refuses, before any change, a folder that cannot be used or has another owner. */
export async function openDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: MODE }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw unusable(folder, error);
  });
  if (!(await stat(folder)).isDirectory()) throw unusable(folder, { code: 'ENOTDIR' });
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw unusable(folder, error);
  });
  const entries = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'lost+found');
  if (entries.length > 0 && !entries.some(isOurs)) {
    throw new StartRefused(
      `The folder ${folder} holds something else than Samspill's data: choose an empty or a new folder with SAMSPILL_DATA.`,
    );
  }
  await refuseForeignCluster(folder);
}

/** True when the folder holds an initialised database. */
export const isInitialised = (folder: string) =>
  stat(placesIn(folder).cluster).then(
    () => true,
    () => false,
  );

export async function readAccess(folder: string): Promise<Access> {
  const path = placesIn(folder).access;
  try {
    return Access.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new StartRefused(
      `The file ${path}, which holds the database's password, is missing or spoilt: put it back from a backup.`,
    );
  }
}

export async function writeAccess(folder: string, access: Access): Promise<void> {
  const path = placesIn(folder).access;
  await writeFile(`${path}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Connection string of the database's owner; the loopback address only. */
export const urlOn = (port: number, { password }: Pick<Access, 'password'>): string =>
  `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;

export const newPassword = () => randomBytes(24).toString('base64url');

async function refuseForeignCluster(folder: string): Promise<void> {
  if (!(await isInitialised(folder))) return;
  const { cluster } = placesIn(folder);
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? new StartRefused(
          `The folder ${cluster} is not a PostgreSQL database: put it back from a backup, or choose another folder with SAMSPILL_DATA.`,
        )
      : unusable(cluster, error);
  });
  if (version.trim() === String(POSTGRES_MAJOR)) return;
  const newer = Number(version) > POSTGRES_MAJOR;
  throw new StartRefused(
    `The data folder ${folder} was made by PostgreSQL ${version.trim()} and this Samspill has ${POSTGRES_MAJOR}: ` +
      (newer ? 'start it with the newer Samspill that made it.' : 'move its content over with a backup and a restore.'),
  );
}

const unusable = (folder: string, { code }: { code?: string }) =>
  new StartRefused(
    `The data folder ${folder} cannot be used (${REASONS.get(code ?? '') ?? code}): ` +
      'choose a folder that you may read and write with SAMSPILL_DATA.',
  );

const REASONS: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'read-only disk',
    ENOTDIR: 'not a folder',
    ENOSPC: 'disk full',
  }),
);
