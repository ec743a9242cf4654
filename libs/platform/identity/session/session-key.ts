import { randomBytes, randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '#platform/environment';

const KEY_BYTES = 48;
/** A key as it is kept: base64url, without padding. */
const KEPT_KEY = /^[\w-]{64}$/;

/**
 * The key that sessions are signed with: `SESSION_KEY` where it is given (needed where there are several processes),
 * else one made at the first start and kept in the data folder, readable by its owner only.
 * @throws StartRefused where the kept key is damaged, or the data folder cannot be used
 */
export function sessionKey(given: string | undefined, folder: string): Uint8Array {
  if (given !== undefined) return new TextEncoder().encode(given);
  const file = join(folder, 'session.key');
  try {
    return read(file) ?? make(file, folder);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The file ${file}, which sessions are signed with, cannot be read or made (${codeOf(error)}): ` +
        'see to it that you may read and write in the data folder and that the disk is not full.',
    );
  }
}

/** The kept key; undefined where none has been made. */
function read(file: string): Uint8Array | undefined {
  let kept: string;
  try {
    kept = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'EISDIR') throw damaged(file);
    throw error;
  }
  if (!KEPT_KEY.test(kept)) throw damaged(file);
  return new TextEncoder().encode(kept);
}

/** Written beside its place and then put there, whole or not at all; of two processes that start together one makes it. */
function make(file: string, folder: string): Uint8Array {
  mkdirSync(folder, { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(beside, randomBytes(KEY_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    putWhereNothingIs(beside, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  return read(file) ?? fail(file);
}

/** A link is exclusive and atomic; a few file systems have no links, and take a copy. */
function putWhereNothingIs(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

const damaged = (file: string) =>
  new StartRefused(
    `The file ${file}, which sessions are signed with, is damaged: remove it and start again. ` +
      'A new one is made, and everyone must sign in again.',
  );

function fail(file: string): never {
  throw damaged(file);
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
