import { cellsOf, widthsOf, type Sheet } from './sheet.js';

/** Saves the sheet as an XLSX file. The library is loaded when first needed. */
export async function saveSheet(sheet: Sheet, fileName: string): Promise<void> {
  const { default: writeXlsx } = await import('write-excel-file/browser');
  const file = writeXlsx(cellsOf(sheet), { sheet: sheet.name, columns: widthsOf(sheet), stickyRowsCount: 1 });
  await file.toFile(`${fileName}.xlsx`);
}
