import { csvTable } from './csv-table.js';
import { decodeText } from './decode-text.js';
import { jsonTable } from './json-table.js';
import { LIMITS, type KnownColumns, type Table, type UnreadableFile } from './table.js';
import { xlsxTable } from './xlsx-table.js';

/** A file given by a user: its name without folder, and its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** Files are read one at a time: the largest takes some hundred megabytes when unpacked. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Reads a file by its content, not its name: a workbook (XLSX), JSON, or else CSV. `known` are the columns that the
 * import reads.
 */
export function readTable(given: GivenFile, known: KnownColumns): Promise<Table | UnreadableFile> {
  const reading = previous.then(() => read(given, known));
  previous = reading.catch(() => undefined);
  return reading;
}

async function read({ name, bytes }: GivenFile, known: KnownColumns): Promise<Table | UnreadableFile> {
  if (bytes.byteLength > LIMITS.bytes) return { file: name, unreadable: 'FILE_TOO_LARGE' };
  if (ZIP.every((byte, i) => bytes[i] === byte)) return xlsxTable(name, bytes, known);
  const text = decodeText(bytes);
  if (text === undefined) return { file: name, unreadable: 'FILE_NOT_TEXT' };
  const first = text.trimStart()[0];
  if (first === undefined) return { file: name, unreadable: 'FILE_EMPTY' };
  return first === '[' || first === '{' ? jsonTable(name, text, known) : csvTable(name, text, known);
}
