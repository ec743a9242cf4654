import type { CellValue, Row } from 'exceljs';
import { LIMITS, tableOf, type Cell, type Table, type UnreadableFile } from './table.js';
import { unpacksWithin } from './unpacked-size.js';

/** Reads the first sheet that has rows; its first row that is not empty is the heading. */
export async function xlsxTable(file: string, bytes: Uint8Array): Promise<Table | UnreadableFile> {
  if (!unpacksWithin(bytes, LIMITS.unpackedBytes)) return { file, unreadable: 'FILE_UNPACKS_TOO_LARGE' };
  // Loaded when it is needed: most processes never read a workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    // The library's message may quote the file; all that the user can mend is that it is no workbook.
    return { file, unreadable: 'FILE_NOT_XLSX' };
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (!sheet) return { file, unreadable: 'FILE_EMPTY' };
  if (sheet.actualRowCount > LIMITS.rows + 1) return { file, unreadable: 'FILE_TOO_MANY_ROWS' };
  const rows: Row[] = [];
  sheet.eachRow((row) => rows.push(row));
  const [heading, ...rest] = rows;
  if (!heading) return { file, unreadable: 'FILE_EMPTY' };
  const names = new Map<number, string>();
  heading.eachCell((cell, column) => {
    if (column <= LIMITS.columns) names.set(column, String(cellOf(cell.value) ?? ''));
  });
  return tableOf(
    file,
    rest.map((row) => ({
      line: row.number,
      entries: [...names].map(([column, name]) => [name, cellOf(row.getCell(column).value)] as const),
    })),
  );
}

/** What is seen in the cell: the text of a link or of rich text, the result of a formula, a date as a day. */
function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return cellOf(value.result);
  if ('text' in value) return cellOf(value.text);
  return null;
}
