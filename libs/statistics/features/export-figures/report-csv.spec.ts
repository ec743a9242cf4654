import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aReport, anAnswer } from './report.examples.js';
import { reportCsv } from './report-csv.js';

const read = (file: Buffer): string[][] => parse(file, { bom: true, delimiter: ';' });

describe('figures as CSV', () => {
  test('are rows that say all they are about, with semicolons, CRLF and decimal commas', () => {
    const text = reportCsv(aReport()).toString('utf8');
    const about =
      'hele kommunen;2026-06-30T21:30:00.000Z;2026-06-29T08:15:00.000Z;0197b1f0-0000-7000-8000-000000000001';
    const hidden = '"skjult: gjelder få barn, eller kunne vært brukt til å regne ut et slikt tall"';
    const year = 'skoleåret 2025/26;2025-08-01;2026-07-31;enhet';
    expect(text).toBe(
      [
        '\ufeffNr.;Versjon;Indikator;Periode;Fra;Til;Delt på;Kode;Navn;Tall ved siden av;Teller;Nevner;Verdi;Enhet for verdien;Gjennomsnitt;Nedre kvartil;Median;Øvre kvartil;Utvikling;Hvorfor verdien mangler;Utvalg;Slik vi visste det per;Siste hendelse;Hendelsens id',
        `2;1;Møtedekning hittil;${year};whole;I alt;;1;8;12,5;prosent;;;;;;;${about}`,
        `2;1;Møtedekning hittil;${year};974552870;Solbakken skole;;0;8;0;prosent;;;;;;;${about}`,
        `18;1;Åpne tiltak;${year};whole;I alt;;;;:;antall;;;;;;${hidden};${about}`,
        `18;1;Åpne tiltak;${year};none;ikke oppgitt;;;;:;antall;;;;;;${hidden};${about}`,
        '',
      ].join('\r\n'),
    );
  });

  test('have decimal points in English, and the same values', () => {
    const [, whole] = read(reportCsv(aReport({ language: 'en' })));
    expect(whole!.slice(10, 14)).toEqual(['1', '8', '12.5', 'per cent']);
  });

  test('of today have the day in place of the moment', () => {
    const [, whole] = read(reportCsv(aReport({}, { ...anAnswer(), asOf: null, anchor: null })));
    expect(whole!.slice(-3)).toEqual(['2026-06-30', '', '']);
  });

  test('have no formulas, whatever a unit is called', () => {
    const names = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', 'a;=1', 'sa "ja"\r\n=1', ' b '];
    const rows = read(reportCsv(aReport({ filters: { area: '=1' } }, anAnswer(names)))).slice(2, 2 + names.length);
    expect(rows.map((row) => row[8])).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(1)",
      "'\t=1",
      "'\r=1",
      "'\n=1",
      'a;=1',
      'sa "ja"\r\n=1',
      ' b ',
    ]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });
});
