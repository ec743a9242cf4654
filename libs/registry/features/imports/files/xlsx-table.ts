import { gridTable } from './grid-table.js';
import { hasUsualLengths, isWithinCells, visibleSheets } from './sheet-xml.js';
import { storedZip } from './stored-zip.js';
import { LIMITS, type Cell, type KnownColumns, type Table, type UnreadableFile } from './table.js';
import { unzip } from './unzip.js';

const WORKBOOK = 'xl/workbook.xml';
const isRead = (name: string) => name.startsWith('xl/') && (name.endsWith('.xml') || name.endsWith('.xml.rels'));

/**
 * Reads the first visible sheet that has rows. The file is unpacked and its sizes checked here; the library only gets
 * the checked parts.
 */
export async function xlsxTable(file: string, bytes: Uint8Array, known: KnownColumns): Promise<Table | UnreadableFile> {
  const parts = unzip(bytes, LIMITS.unpackedBytes, isRead);
  if (!parts) return { file, unreadable: 'FILE_UNPACKS_TOO_LARGE' };
  const workbook = parts.get(WORKBOOK);
  if (!workbook) return { file, unreadable: 'FILE_NOT_XLSX' };
  for (const [name, xml] of parts)
    if (!(name.startsWith('xl/worksheets/') ? isWithinCells(xml) : hasUsualLengths(xml)))
      return { file, unreadable: 'FILE_UNPACKS_TOO_LARGE' };
  const sheets = visibleSheets(workbook);
  const zip = storedZip(parts);
  // Loaded on demand: most processes never read a workbook.
  const { readSheet } = await import('read-excel-file/universal');
  for (const sheet of sheets) {
    try {
      const rows = await readSheet(zip, sheet, { trim: false });
      const grid = rows.map((cells, i) => ({ line: i + 1, cells: cells.map(cellOf) }));
      if (grid.some(({ cells }) => cells.some((cell) => cell !== null))) return gridTable(file, grid, known);
    } catch {
      // The library's message may quote the file; the user only needs to know that it is no workbook.
      return { file, unreadable: 'FILE_NOT_XLSX' };
    }
  }
  return { file, unreadable: 'FILE_EMPTY' };
}

/** The visible value of the cell; a date as a day. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return null;
}
