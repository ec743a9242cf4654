import { expect, test } from '@jest/globals';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { cellsOf, type Sheet } from './sheet.js';

const sheet: Sheet = {
  name: 'Tiltak',
  headings: ['Tiltak', 'Frist', 'Dager'],
  rows: [
    ['=HYPERLINK("https://ond.example";"klikk")', { day: '2026-12-07' }, 3],
    ['+1', null, 0],
    ["@SUM(1)|cmd'!A0", null, null],
    ['-1+1', null, null],
    ['\t=1', null, null],
    ['- kurs for alle', null, null],
    ['Åse & <Øye>', null, null],
    ['a\ufffeb\uffff\u0001c', null, null],
  ],
};

test('texts are written as texts and never as formulas, days as days', async () => {
  const file = await writeXlsx(cellsOf(sheet)).toBuffer();
  const [read] = await readXlsx(file);
  const rows = (read as unknown as { data: unknown[][] }).data;
  expect(rows[0]).toEqual(['Tiltak', 'Frist', 'Dager']);
  expect(rows[1]).toEqual([`'=HYPERLINK("https://ond.example";"klikk")`, new Date('2026-12-07T00:00:00Z'), 3]);
  expect(rows.slice(2).map(([text]) => text)).toEqual([
    "'+1",
    "'@SUM(1)|cmd'!A0",
    "'-1+1",
    "'\t=1",
    '- kurs for alle',
    'Åse & <Øye>',
    'abc',
  ]);
});
