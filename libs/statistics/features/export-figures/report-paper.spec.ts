import { describe, expect, test } from '@jest/globals';
import { printPaper } from '#platform/pdf';
import { readPdf, type ReadElement } from '../../../platform/pdf/read-structure.examples.js';
import { aReport, anAnswer, aSeries } from './report.examples.js';
import { reportPaper } from './report-paper.js';

const print = async (...of: Parameters<typeof aReport>) =>
  readPdf(await printPaper(reportPaper(aReport(...of)), { compress: false }));
const all = (element: ReadElement, type: string): readonly ReadElement[] => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => all(child, type)),
];
const texts = (elements: readonly ReadElement[]) => elements.map(({ text }) => text);

describe('the chart of a figure', () => {
  const withSeries = () => print({ series: aSeries(), by: undefined }, { ...anAnswer(), asOf: null });

  test('is a figure whose text is the answer, followed by the same numbers as a table', async () => {
    const { structure } = await withSeries();
    const answer = 'Møtedekning hittil er 13 % i skoleåret 2025/26, dårligere enn før.';
    const [figure] = all(structure, 'Figure');
    expect(figure!.alt).toBe(`${answer} Mai 2026 er under nedre grense.`);
    expect(texts(all(structure, 'P'))).toContain(`${answer} 1 av 8 enhetsmåneder.`);
    const table = structure.children[structure.children.indexOf(figure!) + 2]!;
    const rows = all(table, 'TR').map(({ children }) => texts(children));
    expect(rows[0]).toEqual(['Måned', '2023/24', '2024/25', '2025/26']);
    expect(rows.slice(1).map(([month]) => month)).toEqual([
      'august',
      'september',
      'oktober',
      'november',
      'desember',
      'januar',
      'februar',
      'mars',
      'april',
      'mai',
      'juni',
    ]);
    expect(rows[1]).toEqual(['august', '90 % 9 av 10 · grunnlag', '90 % 9 av 10 · grunnlag', '90 % 9 av 10']);
    expect(rows.at(-2)!.at(-1)).toBe('40 % 4 av 10 · signal: under grensen');
    expect(rows.at(-1)!.at(-1)).toBe('90 % 9 av 10 · så langt');
  });

  test('names the lines and the months at its sides', async () => {
    const [figure] = all((await withSeries()).structure, 'Figure');
    expect(figure!.text).toContain('90 % midtlinje');
    for (const month of ['aug 23', 'aug 24', 'aug 25', 'jun 26'])
      expect(figure!.text.replaceAll('.', '')).toContain(month);
  });

  test('has a legend once, and a hidden figure has none', async () => {
    const { structure } = await withSeries();
    expect(texts(all(structure, 'P')).filter((text) => text.startsWith('Linjene:'))).toHaveLength(1);
    expect(all(structure, 'Figure')).toHaveLength(1);
    const without = await print();
    expect(texts(all(without.structure, 'P')).filter((text) => text.startsWith('Linjene:'))).toEqual([]);
  });

  test('speaks of the past where the past is shown, and says that a hidden figure is hidden', async () => {
    const [, summary] = all((await print({ series: aSeries() })).structure, 'L');
    expect(texts(summary!.children)).toEqual([
      '•Møtedekning hittil var 13 % i skoleåret 2025/26, dårligere enn før.',
      '•Åpne tiltak er skjult.',
    ]);
  });
});

describe('figures for print', () => {
  test('begin with what they are about, and end with definitions and the last event', async () => {
    const { structure, title, language } = await print();
    expect([title, language]).toEqual(['Statistikk: skoleåret 2025/26, Prøvevik', 'nb-NO']);
    expect(texts(all(structure, 'H1'))).toEqual(['Statistikk: skoleåret 2025/26']);
    expect(texts(all(structure, 'H2'))).toEqual([
      'Kort fortalt',
      '2 Møtedekning hittil',
      '18 Åpne tiltak',
      'Definisjoner',
      'Siste hendelse',
    ]);
    const [about, , , last] = all(structure, 'L');
    expect(texts(about!.children)).toEqual([
      'Periodeskoleåret 2025/26 (1. august 2025 – 31. juli 2026)',
      'Utvalghele kommunen',
      'Delt påenhet',
      'Slik vi visste det per30. juni 2026 kl. 23:30',
    ]);
    expect(texts(last!.children)).toEqual([
      'Siste hendelse29. juni 2026 kl. 10:15',
      'Hendelsens id0197b1f0-0000-7000-8000-000000000001',
    ]);
  });

  test('are tables with a heading for each row, and the reason below a hidden one', async () => {
    const { structure } = await print();
    const [months, open] = all(structure, 'Table').map((table) =>
      all(table, 'TR').map(({ children }) => texts(children)),
    );
    expect(months).toEqual([
      ['Enhet', 'Teller', 'Nevner', 'Verdi'],
      ['I alt', '1', '8', '13 %'],
      ['Solbakken skole', '0', '8', '0 %'],
    ]);
    expect(open!.slice(1).map(([, ...cells]) => cells)).toEqual([
      ['', '', ':'],
      ['', '', ':'],
    ]);
    expect(open![1]![0]).toMatch(/^I alt skjult: gjelder få barn/);
    const scopes = all(structure, 'TH').map(({ scope }) => scope);
    expect([new Set(scopes), scopes.length]).toEqual([new Set(['Column', 'Row']), 12]);
  });

  test('have the number of the page, and a table over several pages its head on each', async () => {
    const names = Array.from({ length: 120 }, (_, i) => `Skole ${i}`);
    const { artifacts, pages } = await print({ language: 'nn' }, anAnswer(names));
    expect(pages).toBeGreaterThan(2);
    expect(artifacts).toContain(`Side 2 av ${pages}`);
    expect(artifacts.filter((text) => text === 'Teljar').length).toBeGreaterThan(1);
  });

  test('give the same bytes whenever they are printed', async () => {
    const [one, other] = await Promise.all([printPaper(reportPaper(aReport())), printPaper(reportPaper(aReport()))]);
    expect(one.equals(other)).toBe(true);
  });
});
