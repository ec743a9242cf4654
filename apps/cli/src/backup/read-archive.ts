import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CommandFailed } from '../exit-codes.js';
import { ArchiveEnd, ArchiveHeader, ARCHIVE_FORMAT, damaged, Row, SectionEnd, SectionStart } from './archive-format.js';
import { fileFault } from './write-archive.js';

/** Parts of an archive in their order: the header, then for each table its start, its rows in pages, and its end. */
export type ArchivePart =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | { readonly kind: 'start'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'end'; readonly table: string; readonly rows: number };

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of compressed bytes that have been read. */
  readonly onRead?: (bytes: number) => void;
}

/** Most rows and characters of a page. */
const PAGE_ROWS = 1_000;
const PAGE_CHARACTERS = 4 * 1024 * 1024;

/**
 * Reads an archive and checks every hash on the way. Whoever must not act on a damaged archive reads it to its end first.
 * Memory does not depend on the number of rows.
 * @throws CommandFailed when the file is no archive, is damaged, or is of a newer version
 */
export async function* readArchive(file: string, options: ReadOptions = {}): AsyncGenerator<ArchivePart> {
  const all = createHash('sha256');
  const broken = (how: string) => damaged(file, how);
  let section: { readonly table: string; readonly columns: number; readonly hash: Hash; rows: number } | undefined;
  let sections = 0;
  let page: Row[] = [];
  let characters = 0;
  let state: 'header' | 'sections' | 'ended' = 'header';
  for await (const line of linesOf(file, options)) {
    if (state === 'ended') throw broken('something follows its last line');
    const value = parsed(line);
    if (state === 'header') {
      yield { kind: 'header', header: headerOf(file, value) };
      all.update(line).update('\n');
      state = 'sections';
      continue;
    }
    if (section !== undefined && Array.isArray(value)) {
      const row = Row.safeParse(value);
      if (!row.success || row.data.length !== section.columns) throw broken(`a row of ${section.table} is not one`);
      section.hash.update(line).update('\n');
      all.update(line).update('\n');
      section.rows += 1;
      page.push(row.data);
      characters += line.length;
      if (page.length < PAGE_ROWS && characters < PAGE_CHARACTERS) continue;
      yield { kind: 'rows', rows: page };
      page = [];
      characters = 0;
      continue;
    }
    if (section !== undefined) {
      const end = SectionEnd.safeParse(value);
      if (!end.success || end.data.end !== section.table) throw broken(`${section.table} has no end`);
      if (end.data.rows !== section.rows || end.data.sha256 !== section.hash.digest('hex'))
        throw broken(`the content of ${section.table} is not what was written`);
      if (page.length > 0) yield { kind: 'rows', rows: page };
      page = [];
      characters = 0;
      yield { kind: 'end', table: section.table, rows: section.rows };
      section = undefined;
      sections += 1;
      all.update(line).update('\n');
      continue;
    }
    const start = SectionStart.safeParse(value);
    if (start.success) {
      const { table, columns } = start.data;
      section = { table, columns: columns.length, hash: createHash('sha256').update(line).update('\n'), rows: 0 };
      all.update(line).update('\n');
      yield { kind: 'start', table, columns };
      continue;
    }
    const end = ArchiveEnd.safeParse(value);
    if (!end.success) throw broken('a line of it is unknown');
    if (end.data.sections !== sections || end.data.sha256 !== all.digest('hex'))
      throw broken('the whole is not what was written');
    state = 'ended';
  }
  if (state !== 'ended') throw broken('its end is missing');
}

const NO_ARCHIVE = 'is not a backup that samspill backup has written';

function headerOf(file: string, value: unknown): ArchiveHeader {
  const header = ArchiveHeader.safeParse(value);
  if (header.success) return header.data;
  const { samspill, format } = (value ?? {}) as { readonly samspill?: unknown; readonly format?: unknown };
  if (samspill === 'backup' && typeof format === 'number' && format > ARCHIVE_FORMAT)
    throw new CommandFailed(
      `${file} was written by a newer version of Samspill (format ${format}; this one reads ${ARCHIVE_FORMAT}): restore it with that version.`,
    );
  throw new CommandFailed(`${file} ${NO_ARCHIVE}.`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Lines of the decompressed file; the last one must end, too. */
async function* linesOf(file: string, { signal, onRead }: ReadOptions): AsyncGenerator<string> {
  const compressed = createReadStream(file, { highWaterMark: 256 * 1024 });
  const text = createGunzip();
  compressed.on('error', (fault) => text.destroy(fault));
  if (onRead) compressed.on('data', () => onRead(compressed.bytesRead));
  compressed.pipe(text);
  text.setEncoding('utf8');
  let rest = '';
  let seen = false;
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      signal?.throwIfAborted();
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        seen = true;
        yield line;
      }
    }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw fileFault(file, fault) ?? fault;
    if (code === 'Z_BUF_ERROR') throw damaged(file, 'its end is missing');
    throw seen ? damaged(file, 'it cannot be decompressed') : new CommandFailed(`${file} ${NO_ARCHIVE}.`);
  } finally {
    compressed.destroy();
    text.destroy();
  }
  if (rest !== '') throw damaged(file, 'its end is missing');
}
