import { randomBytes, randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '#platform/environment';

const KEY_BYTES = 48;
/** A stored key: base64url, without padding. */
const KEPT_KEY = /^[\w-]{64}$/;

/**
 * The key that signs links and addresses: `SESSION_KEY` if set (required with several processes), otherwise one generated at the
 * first start and stored in the data folder, readable by its owner only.
 * @throws StartRefused when the stored key is damaged, or the data folder cannot be used
 */
export function sessionKey(given: string | undefined, folder: string): Uint8Array {
  if (given !== undefined) return new TextEncoder().encode(given);
  const file = join(folder, 'session.key');
  try {
    return read(file) ?? make(file, folder);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The file ${file}, which links and addresses are signed with, cannot be read or made (${codeOf(error)}): ` +
        'see to it that you may read and write in the data folder and that the disk is not full.',
    );
  }
}

/** The key before, `SESSION_KEY_PREVIOUS`; undefined when none is accepted any longer. */
export const previousKey = (given: string | undefined): Uint8Array | undefined =>
  given === undefined ? undefined : new TextEncoder().encode(given);

/** The stored key; undefined if none has been generated. */
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

/**
 * Written to a temporary file and moved into place, completely or not at all; of two processes that start together one
 * succeeds.
 */
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

/** Creating a link is exclusive and atomic; the few file systems without links get a copy. */
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
    `The file ${file}, which links and addresses are signed with, is damaged: remove it and start again. ` +
      'A new one is made; links in mails and addresses of calendars that were given out do not work any longer.',
  );

function fail(file: string): never {
  throw damaged(file);
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
