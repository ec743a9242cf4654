import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CommandFailed } from '../exit-codes.js';
import { EXIT } from '#platform/process';
import { ARCHIVE_FORMAT, type ArchiveHeader, type Row } from './archive-format.js';

/** A table of an archive, whose rows are read when they are written. */
export interface Section {
  readonly table: string;
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly Row[]>;
}

/** Most characters that are collected before they are compressed. */
const CHUNK = 256 * 1024;

/**
 * Writes an archive to a new file that only its owner may read: whole, or not at all. Memory does not depend on the
 * number of rows.
 * @throws CommandFailed when there is such a file already, or it cannot be written
 */
export async function writeArchive(
  file: string,
  header: Omit<ArchiveHeader, 'samspill' | 'format'>,
  sections: AsyncIterable<Section>,
  signal: AbortSignal,
): Promise<{ readonly sha256: string }> {
  if (await isThere(file))
    throw new CommandFailed(`There is a file ${file} already: give another name.`, EXIT.wrongUse);
  // A name of its own, for a new file only: nobody else has made it, and another backup does not write into it.
  const part = `${file}.${randomUUID()}.part`;
  const all = createHash('sha256');
  let sha256 = '';
  const text = async function* () {
    let chunk = `${JSON.stringify({ samspill: 'backup', format: ARCHIVE_FORMAT, ...header })}\n`;
    let count = 0;
    for await (const { table, columns, pages } of sections) {
      const own = createHash('sha256');
      const first = `${JSON.stringify({ table, columns })}\n`;
      own.update(first);
      chunk += first;
      let rows = 0;
      for await (const page of pages) {
        const lines = page.map((row) => `${JSON.stringify(row)}\n`).join('');
        own.update(lines);
        rows += page.length;
        chunk += lines;
        if (chunk.length < CHUNK) continue;
        all.update(chunk);
        yield chunk;
        chunk = '';
      }
      chunk += `${JSON.stringify({ end: table, rows, sha256: own.digest('hex') })}\n`;
      count += 1;
    }
    all.update(chunk);
    yield chunk;
    sha256 = all.digest('hex');
    yield `${JSON.stringify({ end: 'archive', sections: count, sha256 })}\n`;
  };
  try {
    // `flush`: the file is on the disk before it gets its name.
    await pipeline(
      Readable.from(text()),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
      {
        signal,
      },
    );
    await rename(part, file);
  } catch (fault) {
    await rm(part, { force: true }).catch(() => undefined);
    signal.throwIfAborted();
    throw fileFault(file, fault) ?? fault;
  }
  return { sha256 };
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you have no right to'],
  ['EPERM', 'you have no right to'],
  ['ENOSPC', 'the disk is full'],
  ['EFBIG', 'it is larger than files may be here'],
  ['EROFS', 'the disk is read-only'],
]);

/** Why a file cannot be read or written, as a sentence; undefined for other faults. */
export function fileFault(file: string, fault: unknown): CommandFailed | undefined {
  const { code, syscall } = fault as NodeJS.ErrnoException;
  const why = code === undefined || syscall === undefined ? undefined : WHY.get(code);
  return why === undefined ? undefined : new CommandFailed(`${file} cannot be used: ${why}.`);
}
