import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that sessions are signed with: `SESSION_KEY` where it is given (needed where there are several processes),
 * else one made at the first start and kept in the data folder, readable by its owner only.
 */
export function sessionKey(given: string | undefined, folder: string): Uint8Array {
  if (given !== undefined) return new TextEncoder().encode(given);
  const file = join(folder, 'session.key');
  mkdirSync(folder, { recursive: true });
  try {
    // Exclusive: of two processes that start together, one makes the key and both read it.
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return new TextEncoder().encode(readFileSync(file, 'utf8'));
}
