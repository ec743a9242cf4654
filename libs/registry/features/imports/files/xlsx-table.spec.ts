import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parseUnits } from '../../import-units/parse-units.js';
import { UNIT_COLUMNS } from '../../import-units/unit-columns.js';
import { readTable } from './read-table.js';
import { isUnreadable, LIMITS, type Table } from './table.js';
import { cellXml, rowsXml, workbookOf, workbookOfXml } from './workbooks.examples.js';

const read = async (bytes: Uint8Array): Promise<Table> => {
  const table = await readTable({ name: 'a file', bytes }, UNIT_COLUMNS);
  if (isUnreadable(table)) throw new Error(table.unreadable);
  return table;
};
const unreadable = (bytes: Uint8Array) => readTable({ name: 'a file', bytes }, UNIT_COLUMNS);
const unitsOf = async (bytes: Uint8Array, options = {}) => parseUnits([await read(bytes)], options);

describe('XLSX', () => {
  test('the first sheet with rows is read, both numbers and texts', async () => {
    const bytes = await workbookOf([
      ['Org.nr', 'Navn', 'Kommunenr', 'Eierforhold', 'Type', 'Antall barn'],
      [310000000, 'Bjørkelia barnehage', 301, 'Privat', 'Barnehage', 42],
      [null],
      ['310000019', 'Åsen skole', '9901', 'Kommunal', 'Skole', 7],
    ]);
    const { units, bad } = await unitsOf(bytes);
    expect(bad).toEqual([]);
    expect(units).toMatchObject([
      { line: 2, unitId: '310000000', tenant: '0301', details: { name: 'Bjørkelia barnehage', children: 42 } },
      { line: 4, unitId: '310000019', tenant: '9901', details: { name: 'Åsen skole', children: 7 } },
    ]);
  });

  test('rich text and formula results are read as displayed', async () => {
    const rich = '<c r="B2" t="inlineStr"><is><r><t>Åsen </t></r><r><t>skole</t></r></is></c>';
    const formula = '<c r="C2"><f>3+4</f><v>7</v></c>';
    const xml =
      rowsXml([['orgnr', 'navn', 'antall']]) + `<row r="2">${cellXml('A2', '310000019')}${rich}${formula}</row>`;
    expect([...(await read(workbookOfXml([{ name: 'A', xml }]))).rows[0]!.cells.values()]).toEqual([
      '310000019',
      'Åsen skole',
      7,
    ]);
  });

  test('a date cell is read as a day', async () => {
    const bytes = await workbookOf([
      ['orgnr', 'navn'],
      ['310000019', new Date('2026-08-01T00:00:00Z')],
    ]);
    expect((await read(bytes)).rows[0]!.cells.get('navn')).toBe('2026-08-01');
  });

  test.each(['hidden', 'veryHidden'] as const)('a first sheet that is %s is not read', async (state) => {
    const last = { name: 'Liste', state, xml: rowsXml([['orgnr'], ['310000000']]) };
    const shown = { name: 'Enheter', xml: rowsXml([['orgnr'], ['310000019']]) };
    const { rows } = await read(workbookOfXml([last, shown]));
    expect(rows.map(({ cells }) => cells.get('orgnr'))).toEqual(['310000019']);
    expect(await unreadable(workbookOfXml([last]))).toMatchObject({ unreadable: 'FILE_EMPTY' });
  });

  test.each([
    ['a cell far away', `<row r="1">${cellXml('XFD1048576', 'x')}</row>`],
    ['a row that no sheet has', '<row r="999999999"></row>'],
    ['a cell with two places', '<row r="1"><c r="A1" r="ZZZ1048576" t="n"><v>1</v></c></row>'],
    ['a tag that ends in an attribute', `<row r="1"><c b='"' a=">" r="XFD1048576" t="n"><v>1</v></c></row>`],
    ['a cell longer than Excel writes', `<row r="1">${cellXml('A1', 'x'.repeat(400_000))}</row>`],
  ])('%s is refused before the sheet is read', async (_, xml) => {
    expect(await unreadable(workbookOfXml([{ name: 'A', xml }]))).toMatchObject({
      unreadable: 'FILE_UNPACKS_TOO_LARGE',
    });
  });

  test('formatted empty cells are ignored, however far away', async () => {
    const xml = rowsXml([['orgnr'], ['310000000']]) + '<row r="1048576"><c r="XFD1048576" s="0"></c></row>';
    expect((await read(workbookOfXml([{ name: 'A', xml }]))).rows).toHaveLength(1);
  });

  test('a truncated workbook is refused with a sentence', async () => {
    const bytes = await workbookOf([['orgnr'], ['310000000']]);
    expect(await unreadable(bytes.slice(0, bytes.length - 100))).toMatchObject({
      unreadable: 'FILE_UNPACKS_TOO_LARGE',
    });
  });

  test('a file that unpacks to more than the limit is refused, whatever size it declares', async () => {
    const bomb = zipOf(deflateRawSync(Buffer.alloc(LIMITS.unpackedBytes + 1)), 10);
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    expect(await unreadable(bomb)).toMatchObject({ unreadable: 'FILE_UNPACKS_TOO_LARGE' });
  });
});

/** A zip file with one member that declares this size. */
function zipOf(packed: Buffer, claimed: number): Uint8Array {
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
