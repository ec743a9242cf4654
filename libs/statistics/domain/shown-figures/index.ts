export { earlyFigures, latestFinalPeriod } from './early-figures.js';
export { finalFigures, type EarlierFacts, type FinalFacts, type FinalFigure } from './final-figures.js';
export { autumnOf, finalMoment, INSIDE, isAboutChildren, PUBLIC, reasonAgainst, yearBefore } from './final-periods.js';
export { HIDDEN_MARKS, marksOf, type HiddenMark, type MarkedFigure } from './hidden-marks.js';
export {
  ABSENT_REASONS,
  type AbsentFigure,
  type AbsentReason,
  type ShownFigure,
  type ShownFigures,
  type Thresholds,
} from './shown-figures.js';
export { withoutSingleEmployees } from './single-employees.js';
export * from './raw-figures.js';
