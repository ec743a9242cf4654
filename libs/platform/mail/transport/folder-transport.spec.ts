import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FolderTransport } from './folder-transport.js';

const ID = '018f0c5e-7a6b-5c4d-8e9f-0a1b2c3d4e5f';
const letter = (text: string) => ({ from: 'a@example.no', to: 'b@example.no', bytes: Buffer.from(text) });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a mail is one whole file, readable by its owner only, also when it is written twice', async () => {
  const transport = new FolderTransport(join(folder, 'mail'));
  expect(await transport.handOver(letter('Subject: Hei\r\n\r\nHei'), ID)).toMatchObject({ accepted: true });
  expect(await transport.handOver(letter('Subject: Hei\r\n\r\nHei'), ID)).toMatchObject({ accepted: true });
  expect(await readdir(join(folder, 'mail'))).toEqual([`${ID}.eml`]);
  const path = join(folder, 'mail', `${ID}.eml`);
  expect(await readFile(path, 'utf8')).toBe('Subject: Hei\r\n\r\nHei');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('what a crash has left half written is replaced', async () => {
  await writeFile(join(folder, `${ID}.eml.new`), 'half');
  await new FolderTransport(folder).handOver(letter('whole'), ID);
  expect(await readdir(folder)).toEqual([`${ID}.eml`]);
});

test('where the folder cannot be written, the mail waits', async () => {
  await writeFile(join(folder, 'mail'), 'a file');
  expect(await new FolderTransport(join(folder, 'mail')).handOver(letter('x'), ID)).toMatchObject({
    refused: 'for-now',
    of: 'server',
  });
});
