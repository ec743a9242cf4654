import writeXlsx, { type SheetData } from 'write-excel-file/node';
import { storedZip } from './stored-zip.js';

/** A workbook as a spreadsheet program writes it: an empty sheet, then one with these rows. */
export async function workbookOf(rows: readonly (readonly (string | number | boolean | Date | null)[])[]) {
  const data = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : { value })),
  );
  const sheets = [
    { sheet: 'Empty', data: [[null]] },
    { sheet: 'Filled', data: data as unknown as SheetData },
  ];
  return new Uint8Array(await writeXlsx(sheets).toBuffer());
}

export interface WrittenSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Content of `<sheetData>`. */
  readonly xml: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/**
 * A workbook from its own XML, for cases that no library writes: hidden sheets, rich text, formulas, broken references.
 */
export function workbookOfXml(sheets: readonly WrittenSheet[], more: Readonly<Record<string, string>> = {}) {
  const parts = new Map<string, string>([
    [
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    ...sheets.map(
      ({ xml }, i) =>
        [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`] as const,
    ),
    ...Object.entries(more),
  ]);
  return new Uint8Array(storedZip(new Map([...parts].map(([name, xml]) => [name, Buffer.from(xml)]))));
}

/** `<row>`s of inline texts, from the first row on. */
export const rowsXml = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, row) => {
      const all = cells.map((text, i) => cellXml(`${String.fromCharCode(65 + i)}${row + 1}`, text));
      return `<row r="${row + 1}">${all.join('')}</row>`;
    })
    .join('');
export const cellXml = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
