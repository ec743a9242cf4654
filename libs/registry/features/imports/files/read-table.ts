import { csvTable } from './csv-table.js';
import { decodeText } from './decode-text.js';
import { jsonTable } from './json-table.js';
import { LIMITS, type Table, type UnreadableFile } from './table.js';
import { xlsxTable } from './xlsx-table.js';

/** A file that somebody gives: its name without folder, and its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** Reads a file by what is in it, not by its name: a workbook (XLSX), JSON, or else CSV. */
export async function readTable({ name, bytes }: GivenFile): Promise<Table | UnreadableFile> {
  if (bytes.byteLength > LIMITS.bytes) return { file: name, unreadable: 'FILE_TOO_LARGE' };
  if (ZIP.every((byte, i) => bytes[i] === byte)) return xlsxTable(name, bytes);
  const text = decodeText(bytes);
  const first = /\S/u.exec(text)?.[0];
  if (first === undefined) return { file: name, unreadable: 'FILE_EMPTY' };
  return first === '[' || first === '{' ? jsonTable(name, text) : csvTable(name, text);
}
