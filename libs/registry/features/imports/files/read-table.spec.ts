import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { parseUnits } from '../../import-units/parse-units.js';
import { readTable } from './read-table.js';
import { isUnreadable, LIMITS, type Table } from './table.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const windows1252 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const read = async (bytes: Uint8Array): Promise<Table> => {
  const table = await readTable({ name: 'a file', bytes });
  if (isUnreadable(table)) throw new Error(table.unreadable);
  return table;
};
const unreadable = (bytes: Uint8Array) => readTable({ name: 'a file', bytes });
const unitsOf = async (bytes: Uint8Array, options = {}) => parseUnits([await read(bytes)], options);
const workbook = async (rows: unknown[][]) => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Empty');
  book.addWorksheet('Units').addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const SKOLEREGISTER =
  'Organisasjonsnummer;Navn;Kommunenummer;ErOffentligSkole;ErPrivatSkole;ErGrunnskole;ErAktiv;Elevtall\r\n' +
  '310000000;"Åsen skole; avd. Øst";9901;True;False;True;True;120\r\n' +
  '310 000 019;Sætre friskole;9901;False;True;True;True;\r\n' +
  '310000027;Nedlagt skole;9901;True;False;True;False;0\r\n' +
  '310000035;Videregående skole;9901;True;False;False;True;400\r\n';

describe('CSV', () => {
  for (const [name, bytes] of [
    ['UTF-8', utf8(SKOLEREGISTER)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${SKOLEREGISTER}`)],
    ['Windows-1252', windows1252(SKOLEREGISTER)],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${SKOLEREGISTER}`, 'utf16le'))],
    ['tabs', utf8(SKOLEREGISTER.replaceAll('; ', '~').replaceAll(';', '\t').replaceAll('~', '; '))],
  ] as const)
    test(`the school register's export is read in ${name}`, async () => {
      const { units, bad, leftOut } = await unitsOf(bytes);
      expect(bad).toEqual([]);
      expect(units.map(({ unitId, line, details }) => ({ unitId, line, ...details }))).toEqual([
        {
          unitId: '310000000',
          line: 2,
          name: 'Åsen skole; avd. Øst',
          kind: 'school',
          ownership: 'public',
          children: 120,
          area: null,
        },
        {
          unitId: '310000019',
          line: 3,
          name: 'Sætre friskole',
          kind: 'school',
          ownership: 'private',
          children: null,
          area: null,
        },
      ]);
      expect(leftOut).toEqual([
        { file: 'a file', line: 4, reason: 'NOT_ACTIVE' },
        { file: 'a file', line: 5, reason: 'OTHER_KIND_OF_UNIT' },
      ]);
    });

  test('the kindergarten register with commas; the columns tell the kind', async () => {
    const text = 'OrgNr,Navn,Kommunenr,EierforholdNavn,AntallBarn\n310000000,Måsan barnehage,9901,Kommunal,42\n';
    expect((await unitsOf(utf8(text))).units).toMatchObject([
      { details: { kind: 'kindergarten', ownership: 'public', children: 42 } },
    ]);
  });

  test('a quoted line break does not shift the line numbers after it', async () => {
    const text =
      'orgnr;navn;kommunenr;eierforhold;type\n310000000;"Åsen\nskole";9901;privat;skole\n31;Feil;9901;privat;skole\n';
    const { units, bad } = await unitsOf(utf8(text));
    expect(units).toMatchObject([{ line: 2, details: { name: 'Åsen skole' } }]);
    expect(bad).toEqual([{ file: 'a file', line: 4, rule: 'ORGANISATION_NUMBER_WRONG' }]);
  });

  test('every fault of a line is named', async () => {
    const text = 'orgnr;navn;kommunenr;eierforhold;antall\n;;12;ukjent;mange\n';
    expect((await unitsOf(utf8(text))).bad.map(({ rule }) => rule)).toEqual([
      'ORGANISATION_NUMBER_MISSING',
      'MUNICIPALITY_NUMBER_WRONG',
      'NAME_MISSING',
      'KIND_UNREADABLE',
      'OWNERSHIP_UNREADABLE',
      'NUMBER_UNREADABLE',
    ]);
  });

  test('what is said of the whole file holds where the file does not say', async () => {
    const text = 'orgnr;navn;eierforhold\n310000000;Åsen;privat\n';
    expect((await unitsOf(utf8(text), { kind: 'school', municipality: '9901' })).units).toMatchObject([
      { municipality: '9901', details: { kind: 'school' } },
    ]);
  });

  test('a quotation mark that is never closed is told by its line', async () => {
    expect(await unreadable(utf8('orgnr;navn\n310000000;"Åsen\n'))).toMatchObject({ unreadable: 'FILE_NOT_CSV' });
  });
});

describe('JSON', () => {
  test('line numbers are those of the file, also for a list inside an object', async () => {
    const text =
      '{\n "tall": 2,\n "enheter": [\n  {"orgnr": "310000000", "trinn": [1, {"a": 7}]},\n\n  {"orgnr": "3}["}\n ]\n}';
    expect((await read(utf8(text))).rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('numbers that have lost their leading zero are mended', async () => {
    const text = '[{"orgnr": 310000000, "navn": "Åsen", "kommunenr": 301, "eierforhold": "privat", "type": "skole"}]';
    expect((await unitsOf(utf8(text))).units).toMatchObject([{ unitId: '310000000', municipality: '0301' }]);
  });

  test('what is not JSON is told by its line, without a word of what the file holds', async () => {
    const answer = await unreadable(utf8('[\n{"navn": "Kari Nordmann"},\n{"navn": Ola}\n]'));
    expect(answer).toEqual({ file: 'a file', unreadable: 'FILE_NOT_JSON', line: 3 });
  });

  test('a list of something else is no list of units', async () => {
    expect(await unreadable(utf8('{"navn": "Åsen"}'))).toMatchObject({ unreadable: 'FILE_NOT_A_LIST' });
  });
});

describe('XLSX', () => {
  test('the first sheet that has rows is read, numbers and texts alike', async () => {
    const bytes = await workbook([
      ['Org.nr', 'Navn', 'Kommunenr', 'Eierforhold', 'Type', 'Antall barn'],
      [310000000, 'Bjørkelia barnehage', 301, 'Privat', 'Barnehage', 42],
      [],
      [
        '310000019',
        { richText: [{ text: 'Åsen ' }, { text: 'skole' }] },
        '9901',
        'Kommunal',
        'Skole',
        { formula: 'A1', result: 7 },
      ],
    ]);
    const { units, bad } = await unitsOf(bytes);
    expect(bad).toEqual([]);
    expect(units).toMatchObject([
      { line: 2, unitId: '310000000', municipality: '0301', details: { name: 'Bjørkelia barnehage', children: 42 } },
      { line: 4, unitId: '310000019', municipality: '9901', details: { name: 'Åsen skole', children: 7 } },
    ]);
  });

  test('a workbook that is cut off is refused in words', async () => {
    const bytes = await workbook([['orgnr'], ['310000000']]);
    expect(await unreadable(bytes.slice(0, bytes.length - 100))).toMatchObject({
      unreadable: 'FILE_UNPACKS_TOO_LARGE',
    });
  });

  test('a file that unpacks to more than the limit is refused, whatever it says of its own size', async () => {
    const bomb = zipOf(deflateRawSync(Buffer.alloc(LIMITS.unpackedBytes + 1)), 10);
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    expect(await unreadable(bomb)).toMatchObject({ unreadable: 'FILE_UNPACKS_TOO_LARGE' });
  });
});

test('a file that is too large, or empty, is refused', async () => {
  expect(await unreadable(new Uint8Array(LIMITS.bytes + 1))).toMatchObject({ unreadable: 'FILE_TOO_LARGE' });
  for (const text of ['', ' \n', 'orgnr;navn\n', '[]', 'orgnr;navn\n;\n'])
    expect(await unreadable(utf8(text))).toMatchObject({ unreadable: 'FILE_EMPTY' });
});

test('a file of more lines than anybody has units is refused', async () => {
  const text = `orgnr\n${'310000000\n'.repeat(LIMITS.rows + 1)}`;
  expect(await unreadable(utf8(text))).toMatchObject({ unreadable: 'FILE_TOO_MANY_ROWS' });
});

/** A zip file of one member that claims to be so large. */
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
