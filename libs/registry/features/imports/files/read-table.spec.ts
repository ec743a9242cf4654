import { describe, expect, test } from '@jest/globals';
import { parseUnits } from '../../import-units/parse-units.js';
import { UNIT_COLUMNS } from '../../import-units/unit-columns.js';
import { readTable } from './read-table.js';
import { isUnreadable, LIMITS, type Table } from './table.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const windows1252 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const read = async (bytes: Uint8Array): Promise<Table> => {
  const table = await readTable({ name: 'a file', bytes }, UNIT_COLUMNS);
  if (isUnreadable(table)) throw new Error(table.unreadable);
  return table;
};
const unreadable = (bytes: Uint8Array) => readTable({ name: 'a file', bytes }, UNIT_COLUMNS);
const unitsOf = async (bytes: Uint8Array, options = {}) => parseUnits([await read(bytes)], options);
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

  test('a value given for the whole file applies to lines without one', async () => {
    const text = 'orgnr;navn;eierforhold\n310000000;Åsen;privat\n';
    expect((await unitsOf(utf8(text), { kind: 'school', tenant: '9901' })).units).toMatchObject([
      { tenant: '9901', details: { kind: 'school' } },
    ]);
  });

  test.each([
    ['UTF-16LE without BOM', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16BE without BOM', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('the export is read in %s', async (_, encode) => {
    const { units, bad } = await unitsOf(Uint8Array.from(encode(SKOLEREGISTER)));
    expect(bad).toEqual([]);
    expect(units.map(({ details }) => details.name)).toEqual(['Åsen skole; avd. Øst', 'Sætre friskole']);
  });

  test.each([
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0)],
    ['an old workbook (XLS)', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
    ['a PDF', utf8('%PDF-1.7\n')],
  ])('%s is refused by name', async (_, bytes) => {
    expect(await unreadable(bytes)).toEqual({ file: 'a file', unreadable: 'FILE_NOT_TEXT' });
  });

  test('an invalid UTF-8 byte makes its own line bad, and changes no other line', async () => {
    const bytes = utf8('orgnr;navn\n310000000;Åsen\n310000019;S?tre\n310000027;Øya\n');
    bytes[bytes.indexOf(0x3f)] = 0xe6;
    const { rows, unreadableRows } = await read(bytes);
    expect(rows.map(({ cells }) => cells.get('navn'))).toEqual(['Åsen', 'Øya']);
    expect(unreadableRows).toEqual([{ line: 3, rule: 'CHARACTER_FORBIDDEN' }]);
  });

  test('a control character makes its line bad', async () => {
    const { rows, unreadableRows } = await read(utf8('orgnr;navn\n310000000;Kari\u0000\n310000019;Ola\u0085\n1;A\n'));
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(unreadableRows.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      '2 CHARACTER_FORBIDDEN',
      '3 CHARACTER_FORBIDDEN',
    ]);
  });

  test.each([
    ['semicolon', 'sep=;\r\n', 'orgnr;navn,tillegg\r\n310000000;A, B\r\n'],
    ['comma', 'sep=,\r\n', 'orgnr,navn\r\n310000000,"A, B"\r\n'],
    ['a sign that is not guessed', '"sep=|"\n', 'orgnr|navn\n310000000|A, B\n'],
  ])('Excel’s own first line gives the delimiter: %s', async (_, delimiter, text) => {
    const { rows } = await read(utf8(delimiter + text));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ line: 3 });
    expect(rows[0]!.cells.get('orgnr')).toBe('310000000');
  });

  test('a title and an empty line may stand above the heading', async () => {
    const text = 'Enheter, Fjordvik kommune, pr. 1. november;;\n;;\norgnr;navn;type\n310000000;Åsen;skole\n';
    const { rows } = await read(utf8(text));
    expect(rows).toMatchObject([{ line: 4 }]);
    expect([...rows[0]!.cells.keys()]).toEqual(['orgnr', 'navn', 'type']);
  });

  test('a line with more fields than the heading is a bad line', async () => {
    const { rows, unreadableRows } = await read(utf8('orgnr;navn\n310000000;A;B\n310000019;C;;\n'));
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(unreadableRows).toEqual([{ line: 2, rule: 'MORE_CELLS_THAN_COLUMNS' }]);
  });

  test('letters with combining characters equal precomposed ones', async () => {
    const { rows } = await read(utf8('orgnr;navn\n310000000;Åsen\n'.normalize('NFD')));
    expect(rows[0]!.cells.get('navn')).toBe('Åsen');
  });

  test('an unclosed quotation mark is reported with its line', async () => {
    expect(await unreadable(utf8('orgnr;navn\n310000000;"Åsen\n'))).toMatchObject({ unreadable: 'FILE_NOT_CSV' });
  });
});

test('two columns of the same name with different values are a fault in every format', async () => {
  const csv = 'orgnr;navn;Navn\n1;Åsen;Åsen\n2;Berg;\n3;Dal;Fjell\n';
  const json = '[{"orgnr":"1","navn":"Åsen"},\n{"orgnr":"2"},\n{"orgnr":"3","navn":"Dal","NAVN":"Fjell"}]';
  expect((await read(utf8(csv))).rows.map((row) => row.cells.get('navn'))).toEqual(['Åsen', 'Berg']);
  expect((await read(utf8(csv))).unreadableRows).toEqual([{ line: 4, rule: 'COLUMN_TWICE' }]);
  expect((await read(utf8(json))).unreadableRows).toEqual([{ line: 3, rule: 'COLUMN_TWICE' }]);
});

test('a key twice in one JSON object counts as two columns of the same name', async () => {
  const twice =
    '{"orgnr":"1","navn":"Åsen","navn":"Åsen"},\n{"orgnr":"2","navn":"Dal","a":{"navn":"B"},"navn":"Fjell"}';
  const nested = '{"orgnr":"3","navn":["Dal"],"navn":"Dal"},\n{"orgnr":"4","a":[{"b":1,"b":2}],"navn":"Li"}';
  for (const json of [`[${twice},\n${nested}]`, `{"antall":1,"enheter":[${twice},\n${nested}]}`]) {
    const { rows, unreadableRows } = await read(utf8(json));
    expect(rows.map((row) => row.cells.get('navn'))).toEqual(['Åsen', 'Li']);
    expect(unreadableRows).toEqual([
      { line: 2, rule: 'COLUMN_TWICE' },
      { line: 3, rule: 'VALUE_OF_WRONG_TYPE' },
    ]);
  }
});

test('a cell of invisible characters is empty', async () => {
  const { rows } = await read(utf8('orgnr;navn\n1;\u200b\n2;\u202e \u3164\n'));
  expect(rows.map(({ cells }) => cells.has('navn'))).toEqual([false, false]);
});

describe('JSON', () => {
  test('line numbers are those of the file, also for a list inside an object', async () => {
    const text =
      '{\n "tall": 2,\n "enheter": [\n  {"orgnr": "310000000", "trinn": [1, {"a": 7}]},\n\n  {"orgnr": "3}["}\n ]\n}';
    expect((await read(utf8(text))).rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('numbers without their leading zero are corrected', async () => {
    const text = '[{"orgnr": 310000000, "navn": "Åsen", "kommunenr": 301, "eierforhold": "privat", "type": "skole"}]';
    expect((await unitsOf(utf8(text))).units).toMatchObject([{ unitId: '310000000', tenant: '0301' }]);
  });

  test('a value of the wrong type makes its line bad', async () => {
    const text = '[\n{"orgnr": "310000000", "navn": ["Åsen"], "trinn": [1]},\n{"orgnr": {"a": 1}, "navn": "B"}]';
    expect((await read(utf8(text))).unreadableRows).toEqual([
      { line: 2, rule: 'VALUE_OF_WRONG_TYPE' },
      { line: 3, rule: 'VALUE_OF_WRONG_TYPE' },
    ]);
  });

  test('an unpaired surrogate makes its line bad', async () => {
    expect((await read(utf8('[{"navn": "a\\ud800"},\n{"navn": "b\\u0000"}]'))).unreadableRows).toEqual([
      { line: 1, rule: 'CHARACTER_FORBIDDEN' },
      { line: 2, rule: 'CHARACTER_FORBIDDEN' },
    ]);
  });

  test('other lists of the file do not shift the line numbers', async () => {
    const text = '{"kolonner": ["a"], "x": {"y": [[]]},\n"tom": [],\n"enheter": [\n{"orgnr": "1"},\n{"orgnr": "2"}]}';
    expect((await read(utf8(text))).rows.map(({ line }) => line)).toEqual([4, 5]);
  });

  test('objects in fields before the list do not shift the line numbers', async () => {
    const text = '{"laget": {"av": [{"navn": "x"}]},\n"andre": [],\n"enheter": [\n{"orgnr": "1"}]}';
    expect((await read(utf8(text))).rows.map(({ line }) => line)).toEqual([4]);
  });

  test('a value nested a hundred thousand levels deep is a value of the wrong type', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await read(utf8(`[{"orgnr": "1", "navn": ${deep}}]`))).unreadableRows).toEqual([
      { line: 1, rule: 'VALUE_OF_WRONG_TYPE' },
    ]);
    expect(await unreadable(utf8('['.repeat(100_000)))).toMatchObject({ unreadable: 'FILE_NOT_JSON' });
  });

  test('invalid JSON is reported with its line, without the file’s content', async () => {
    const answer = await unreadable(utf8('[\n{"navn": "Kari Nordmann"},\n{"navn": Ola}\n]'));
    expect(answer).toEqual({ file: 'a file', unreadable: 'FILE_NOT_JSON', line: 3 });
  });

  test('a list of other objects is refused as no list of units', async () => {
    expect(await unreadable(utf8('{"navn": "Åsen"}'))).toMatchObject({ unreadable: 'FILE_NOT_A_LIST' });
  });
});

test('a file that is too large, or empty, is refused', async () => {
  expect(await unreadable(new Uint8Array(LIMITS.bytes + 1))).toMatchObject({ unreadable: 'FILE_TOO_LARGE' });
  for (const text of ['', ' \n', 'orgnr;navn\n', '[]', 'orgnr;navn\n;\n'])
    expect(await unreadable(utf8(text))).toMatchObject({ unreadable: 'FILE_EMPTY' });
});

test('a file with too many lines is refused', async () => {
  const text = `orgnr\n${'310000000\n'.repeat(LIMITS.rows + 1)}`;
  expect(await unreadable(utf8(text))).toMatchObject({ unreadable: 'FILE_TOO_MANY_ROWS' });
});
