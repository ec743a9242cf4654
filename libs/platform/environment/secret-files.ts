import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';

/** `SESSION_KEY_FILE`: the variable that names a file with the value of `SESSION_KEY`. */
export const fileVariableOf = (secret: string): string => `${secret}_FILE`;

/** Bytes; no secret is longer, and a device such as /dev/zero has no end. */
const LARGEST = 64 * 1024;

/**
 * The variables, with the content of the files that `<SECRET>_FILE` names in place of those. One newline at the end of a
 * file does not count. `wrong`: one sentence for each file that cannot be used; neither its content nor the value of
 * `<SECRET>_FILE` is shown, as the secret itself may have been written there.
 */
export function withSecretFiles(
  given: Readonly<Record<string, string>>,
  secrets: readonly string[],
  folder: string,
): { readonly given: Readonly<Record<string, string>>; readonly wrong: readonly string[] } {
  const read = new Map<string, string>();
  const wrong: string[] = [];
  for (const secret of secrets) {
    const variable = fileVariableOf(secret);
    const path = given[variable];
    if (path === undefined) continue;
    if (given[secret] !== undefined) {
      wrong.push(`${secret} and ${variable} are both set: take one of them away.`);
      continue;
    }
    const content = contentOf(resolve(folder, path));
    if (typeof content === 'string') read.set(secret, content);
    else wrong.push(`${variable} ${content.fault}.`);
  }
  return { given: { ...given, ...Object.fromEntries(read) }, wrong };
}

const WHY: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'names a file that does not exist'],
  ['EACCES', 'names a file that this user may not read'],
  ['EISDIR', 'names a folder instead of a file'],
]);

/** The text of a file without a newline at its end, or why it cannot be used. */
function contentOf(path: string): string | { readonly fault: string } {
  let bytes: Uint8Array | undefined;
  try {
    bytes = firstBytesOf(path);
  } catch (error) {
    return { fault: WHY.get((error as NodeJS.ErrnoException).code) ?? 'names a file that cannot be read' };
  }
  if (bytes.length > LARGEST) return { fault: `names a file of more than ${LARGEST / 1024} KiB, which is no secret` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '');
    return text.trim() === '' ? { fault: 'names an empty file' } : text;
  } catch {
    return { fault: 'names a file that is not text in UTF-8' };
  }
}

/** At most one byte more than the largest secret. A pipe yields its content in several reads. */
function firstBytesOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(LARGEST + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
