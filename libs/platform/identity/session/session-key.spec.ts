import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from '#platform/environment';
import { sessionKey } from './session-key.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-key-'));
  file = join(folder, 'session.key');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refusal = (): string => {
  try {
    sessionKey(undefined, folder);
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  return 'none';
};

describe('the session key', () => {
  test('is created once, readable by its owner only, without leftover files', async () => {
    const made = sessionKey(undefined, folder);
    expect(sessionKey(undefined, folder)).toEqual(made);
    expect(await readdir(folder)).toEqual(['session.key']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(made).toEqual(new Uint8Array(await readFile(file)));
  });

  test('is the given one if there is one, and nothing is stored', async () => {
    const given = 'a key of thirty-two characters or more';
    expect(sessionKey(given, folder)).toEqual(new TextEncoder().encode(given));
    expect(await readdir(folder)).toEqual([]);
  });

  test('is used without a line end that an editor added', async () => {
    const made = sessionKey(undefined, folder);
    await writeFile(file, `${Buffer.from(made).toString()}\n`);
    expect(sessionKey(undefined, folder)).toEqual(made);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is empty', () => writeFile(file, '')],
    ['is cut short', () => truncate(file, 20)],
    ['holds something else', () => writeFile(file, 'æ'.repeat(64))],
    ['is a folder', () => rm(file).then(() => mkdir(file))],
  ])('that %s is refused with file name and remedy, and left unchanged', async (_, damage) => {
    sessionKey(undefined, folder);
    await damage();
    const before = await stat(file);
    expect(refusal()).toMatch(
      /session\.key, which links and addresses are signed with, is damaged: remove it and start again/,
    );
    expect((await stat(file)).size).toBe(before.size);
  });

  test('is refused in a sentence when its folder cannot be created', async () => {
    await writeFile(join(folder, 'taken'), '');
    folder = join(folder, 'taken');
    expect(refusal()).toMatch(/cannot be read or made \(ENOTDIR\)/);
  });
});
