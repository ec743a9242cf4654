export {
  ABSENT_REASONS,
  shownFigures,
  type AbsentFigure,
  type AbsentReason,
  type ShownFigure,
  type ShownFigures,
  type Thresholds,
} from './shown-figures.js';
export {
  autumnOf,
  finalFigures,
  finalMoment,
  INSIDE,
  isAboutChildren,
  PUBLIC,
  reasonAgainst,
  servicesOfOne,
  withoutSingleEmployees,
  type FinalFacts,
} from './final-figures.js';
