import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDataFolder } from './data-folder.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

const NOBODY = 65_534;
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'samspill-folder-'));
  folder = join(parent, 'data');
});
afterEach(async () => {
  await chmod(parent, 0o700);
  await rm(parent, { recursive: true });
});

/** Root may enter every folder, so the test of a closed folder runs as another account. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const start = () => startEmbeddedPostgres({ folder, durable: false });

describe('a data folder is refused in one sentence and left unchanged', () => {
  test('when it is in a place the user has no access to', async () => {
    await chmod(parent, 0o000);
    await asOrdinaryUser(() =>
      expect(openDataFolder(folder)).rejects.toThrow(
        `The data folder ${folder} cannot be used (no permission): choose a folder that you may read and write with SAMSPILL_DATA.`,
      ),
    );
  });

  test('when it is not a folder', async () => {
    await writeFile(folder, 'a file');
    await expect(start()).rejects.toThrow(`The data folder ${folder} cannot be used (not a folder):`);
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });

  test('when its parent is a file', async () => {
    await writeFile(folder, 'a file');
    await expect(openDataFolder(join(folder, 'deeper'))).rejects.toThrow('cannot be used (not a folder)');
  });

  test('when it contains other data', async () => {
    await mkdir(join(folder, 'pictures'), { recursive: true });
    await expect(start()).rejects.toThrow(
      `The folder ${folder} holds something else than Samspill's data: choose an empty or a new folder with SAMSPILL_DATA.`,
    );
    expect(await readdir(folder)).toEqual(['pictures']);
  });

  test('when its database is of a newer PostgreSQL', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '19\n');
    await expect(start()).rejects.toThrow(
      `The data folder ${folder} was made by PostgreSQL 19 and this Samspill has 18: start it with the newer Samspill that made it.`,
    );
    expect(await readdir(folder)).toEqual(['postgres']);
    expect(await readdir(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
  });

  test('when its database is of an older PostgreSQL', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('move its content over with a backup and a restore.');
  });

  test('when its database is damaged', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await expect(start()).rejects.toThrow(`The folder ${join(folder, 'postgres')} is not a PostgreSQL database:`);
    expect(await readdir(join(folder, 'postgres'))).toEqual([]);
  });
});

test('an empty folder, or one with hidden files only, is taken', async () => {
  await mkdir(folder);
  await writeFile(join(folder, '.keep'), '');
  await openDataFolder(folder);
});
