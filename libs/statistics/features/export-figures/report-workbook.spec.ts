import { describe, expect, test } from '@jest/globals';
import readXlsx from 'read-excel-file/node';
import { aReport, anAnswer } from './report.examples.js';
import { reportWorkbook } from './report-workbook.js';

const sheetsOf = async (...of: Parameters<typeof aReport>) => {
  const sheets = (await readXlsx(await reportWorkbook(aReport(...of)))) as unknown as {
    readonly sheet: string;
    readonly data: readonly (readonly unknown[])[];
  }[];
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};
/** A cell of the first row with figures, by its heading. */
const cellOf = ([headings, ...rows]: readonly (readonly unknown[])[], heading: string, row = 0) =>
  rows[row]![headings!.indexOf(heading)];

describe('figures as a workbook', () => {
  test('are real numbers and dates, moments by the clock in Norway', async () => {
    const figures = (await sheetsOf()).get('Tall')!;
    expect(['Teller', 'Nevner', 'Verdi'].map((heading) => cellOf(figures, heading))).toEqual([1, 8, 12.5]);
    expect(cellOf(figures, 'Fra')).toEqual(new Date('2025-08-01T00:00:00Z'));
    expect(cellOf(figures, 'Slik vi visste det per')).toEqual(new Date('2026-06-30T23:30:00Z'));
  });

  test('have a marker and the reason in place of a hidden one', async () => {
    const figures = (await sheetsOf()).get('Tall')!;
    expect(['Teller', 'Verdi'].map((heading) => cellOf(figures, heading, 2))).toEqual([null, ':']);
    expect(cellOf(figures, 'Hvorfor verdien mangler', 2)).toMatch(/^skjult: /);
  });

  test('have a sheet with their definitions, and one that says what they are about', async () => {
    const sheets = await sheetsOf({ language: 'nn' });
    expect([...sheets.keys()]).toEqual(['Tal', 'Definisjonar', 'Om tala']);
    expect(sheets.get('Definisjonar')!.map(([number]) => number)).toEqual(['Nr.', 2, 18]);
    expect(sheets.get('Om tala')!.slice(0, 3)).toEqual([
      ['Statistikk: skuleåret 2025/26', null],
      ['Kommune', 'Prøvevik'],
      ['Periode', 'skuleåret 2025/26'],
    ]);
  });

  test('have no formulas, whatever a unit is called', async () => {
    const names = ['=1+1', '+1', '-1', '@A1', 'a\uffff'];
    const figures = (await sheetsOf({}, anAnswer(names))).get('Tall')!;
    expect(names.map((_, i) => cellOf(figures, 'Navn', i + 1))).toEqual(["'=1+1", "'+1", "'-1", "'@A1", 'a']);
  });
});
