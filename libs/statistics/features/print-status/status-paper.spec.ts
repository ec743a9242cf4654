import { describe, expect, test } from '@jest/globals';
import { printPaper } from '#platform/pdf';
import { readPdf, type ReadElement } from '../../../platform/pdf/read-structure.examples.js';
import type { FiguresAnswer } from '../../read-models/figures/figures.dto.js';
import { aReport, anAnswer, aSeries, figure } from '../export-figures/report.examples.js';
import type { ReportContext } from '../export-figures/figures-report.js';
import type { StatusReport } from './print-status.query.js';
import { statusPaper } from './status-paper.js';

type Figures = FiguresAnswer['figures'];
const SPRING = { key: '2026H1', from: '2026-01-01', to: '2026-07-31' } as FiguresAnswer['period'];
const hidden = { hidden: 'small-numbers' } as const;
const one = (indicator: number, parts: Figures[number]['parts']): Figures[number] => ({
  ...anAnswer().figures[0]!,
  indicator,
  parts,
});
const report = (figures: Figures, changes: Partial<ReportContext> = {}) =>
  aReport(changes, { ...anAnswer(), period: SPRING, asOf: null, figures });

/** A half-year of two months and two units; the figure of actions (19) is hidden. */
const aStatus = (changes: Partial<StatusReport> = {}): StatusReport => ({
  kind: 'half-year-status',
  figures: report([one(2, null), { ...one(19, null), whole: hidden }], { by: undefined, series: aSeries() }),
  byMonth: report(
    [
      one(1, [
        { key: '2026-05', name: null, figure: figure(3, 4) },
        { key: '2026-07', name: null, figure: figure(0, 0) },
      ]),
      one(6, [
        { key: '2026-05', name: null, figure: figure(1, 5) },
        { key: '2026-07', name: null, figure: figure(0, 0) },
      ]),
    ],
    { by: 'month' },
  ),
  byUnit: report(
    [
      one(2, [
        { key: '2', name: 'Ås skole', figure: figure(5, 5) },
        { key: '1', name: 'Berg skole', figure: figure(1, 5) },
      ]),
      one(19, [
        { key: '2', name: 'Ås skole', figure: hidden },
        { key: '1', name: 'Berg skole', figure: hidden },
      ]),
    ],
    { by: 'unit' },
  ),
  ...changes,
});
const print = async (status: StatusReport) => readPdf(await printPaper(statusPaper(status), { compress: false }));
const all = (element: ReadElement, type: string): readonly ReadElement[] => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => all(child, type)),
];
const texts = (elements: readonly ReadElement[]) => elements.map(({ text }) => text);
const tablesIn = (structure: ReadElement) =>
  all(structure, 'Table').map((table) => all(table, 'TR').map(({ children }) => texts(children)));

describe('a half-year status', () => {
  test('has its parts in the order in which a meeting goes through them', async () => {
    const { structure, title } = await print(aStatus());
    expect(title).toBe('Halvårsstatus: våren 2026, Prøvevik');
    expect(texts([...all(structure, 'H1'), ...all(structure, 'H2')])).toEqual([
      'Halvårsstatus: våren 2026',
      'Kort fortalt',
      'Plan og gjennomføring',
      'Enhet for enhet',
      'Vurdering',
      '2 Møtedekning hittil',
      '19 Andel over frist',
      'Definisjoner',
      'Siste hendelse',
    ]);
  });

  test('says in short what became worse, with the signal, before the rest', async () => {
    const { structure } = await print(aStatus());
    const [, worse, others] = all(structure, 'L');
    expect(texts(worse!.children)).toEqual([
      '•Møtedekning hittil er 13 % våren 2026, dårligere enn før. 1 av 8 enhetsmåneder · Mai 2026 er under nedre grense',
    ]);
    expect(texts(others!.children)).toEqual(['•Andel over frist er skjult.']);
    const paragraphs = texts(all(structure, 'P'));
    expect(paragraphs.indexOf('Dårligere')).toBeLessThan(paragraphs.indexOf('Ikke sammenlignet med før'));
  });

  test('has plan and held month by month, and the units by name, not by level', async () => {
    const [plan, units] = tablesIn((await print(aStatus())).structure);
    expect(plan).toEqual([
      ['Måned', 'Møttes, av dem som skulle', 'Utsatt eller avlyst, av planlagte møter'],
      ['Mai 2026', '75 % 3 av 4', '20 % 1 av 5'],
      ['Juli 2026', '–', '–'],
      ['I alt', '13 % 1 av 8', '13 % 1 av 8'],
    ]);
    expect(units).toEqual([
      ['Enhet', 'Møtedekning hittil', 'Andel over frist'],
      ['Berg skole', '20 % 1 av 5', ':'],
      ['Ås skole', '100 % 5 av 5', ':'],
    ]);
  });

  test('asks what the figures cannot say', async () => {
    const questions = texts(all((await print(aStatus())).structure, 'P')).filter((text) => text.includes('?'));
    expect(questions).toContain('Hva endrer vi neste halvår, og hvem har ansvaret?');
    const evaluation = await print(aStatus({ kind: 'annual-evaluation' }));
    expect(texts(all(evaluation.structure, 'P')).join(' ')).toContain(
      'Hvilke åpne tiltak avsluttes, videreføres eller overføres til ny enhet? Hvem følger opp?',
    );
  });

  test('of a single unit has no table of units, and no chart of months with few cases', async () => {
    const few = aSeries().map((it) => ({ ...it, improvement: { ...it.improvement!, word: null } }));
    const figures = report([one(2, null)], { by: undefined, units: ['Ås skole'], series: few });
    const { structure } = await print(aStatus({ figures, byUnit: undefined }));
    expect(all(structure, 'Figure')).toEqual([]);
    expect(texts(all(structure, 'H2'))).not.toContain('Enhet for enhet');
    expect(all(structure, 'L')[0]!.text).toContain('UtvalgEnhet: Ås skole');
  });

  test('says that a period which is not over still grows', async () => {
    const soFar = 'Perioden er ikke over. Tallene er så langt, og vokser fortsatt.';
    expect(texts(all((await print(aStatus())).structure, 'P'))).toContain(soFar);
  });
});
