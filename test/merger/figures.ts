/** Shares and numbers of the statistics, whose numerators and denominators add up where units do not meet together. */
export const FIGURES = 'statistics/figures?indicators=2,7,18,27&period=2019-2020';
export type Figures = readonly (readonly [id: number, numerator: number, denominator: number])[];
/** The figures of an answer. */
export const figuresOf = async (answer: Promise<Readonly<Record<string, unknown>>>): Promise<Figures> =>
  ((await answer)['figures'] as readonly { indicator: number; whole: Record<string, number> }[]).map(
    ({ indicator, whole }) => [indicator, whole['numerator']!, whole['denominator']!],
  );

/** Numerators and denominators added up, figure by figure. */
export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce((sum, figures) =>
    sum.map(([id, numerator, denominator], i) => [id, numerator + figures[i]![1], denominator + figures[i]![2]]),
  );
