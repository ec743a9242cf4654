import { FiguresAnswer } from '../../read-models/figures/figures.dto.js';
import { figuresReport, type FiguresReport, type ReportContext } from './figures-report.js';

const figure = (numerator: number, denominator: number) => ({
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
