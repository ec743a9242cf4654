import { FiguresAnswer } from '../../read-models/figures/figures.dto.js';
import { figuresReport, type FiguresReport, type ReportContext } from './figures-report.js';

export const figure = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator / denominator) * 100,
  spread: null,
  asides: [],
});

/** An answer of the API: months met (2), divided by unit, as of a moment in summer time. */
export const anAnswer = (unitNames: readonly string[] = ['Solbakken skole']): FiguresAnswer =>
  FiguresAnswer.parse({
    period: { key: '2025-2026', from: '2025-08-01', to: '2026-07-31' },
    today: '2026-06-30',
    asOf: '2026-06-30T21:30:00.000Z',
    isProtected: false,
    anchor: { eventId: '0197b1f0-0000-7000-8000-000000000001', recordedAt: '2026-06-29T08:15:00.000Z' },
    figures: [
      {
        indicator: 2,
        version: 1,
        subject: 'unit-month',
        whole: figure(1, 8),
        additive: false,
        parts: unitNames.map((name, i) => ({ key: `97455287${i}`, name, figure: figure(i, 8) })),
        improvement: null,
      },
      {
        indicator: 18,
        version: 1,
        subject: 'action',
        whole: { hidden: 'small-numbers' },
        additive: false,
        parts: [{ key: 'none', name: null, figure: { hidden: 'small-numbers' } }],
        improvement: null,
      },
    ],
  });

const CONTEXT: ReportContext = {
  language: 'nb',
  municipality: 'Prøvevik',
  isDemo: true,
  by: 'unit',
  filters: {},
  units: null,
  service: null,
  people: new Map(),
};
/** A report of it. */
export const aReport = (changes: Partial<ReportContext> = {}, answer = anAnswer()): FiguresReport =>
  figuresReport(answer, { ...CONTEXT, ...changes });

/** The months met, month by month in three school years without July: 90 % of ten, and in the last finished one 40 %. */
export const aSeries = (): FiguresAnswer['figures'] => {
  const months = ['2023', '2024', '2025'].flatMap((year) =>
    ['08', '09', '10', '11', '12', '01', '02', '03', '04', '05', '06'].map(
      (month) => `${Number(year) + (month < '08' ? 1 : 0)}-${month}`,
    ),
  );
  const isLast = (i: number) => i === months.length - 1;
  const value = (i: number) => (i === months.length - 2 ? 4 : 9);
  const [ofAnswer] = anAnswer().figures;
  return [
    {
      ...ofAnswer!,
      parts: months.map((key, i) => ({ key, name: null, figure: figure(value(i), 10) })),
      improvement: {
        word: 'worse',
        mean: 90,
        lower: 90,
        upper: 90,
        baseline: { from: '2023-08', to: '2024-08' },
        points: months.map((key, i) => ({
          key,
          isFinished: !isLast(i),
          isBaseline: i < 12,
          signals: value(i) === 4 ? [{ kind: 'outside' as const, towards: 'lower' as const }] : [],
        })),
      },
    },
  ];
};
