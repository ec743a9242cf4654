export {
  ABSENT_REASONS,
  shownFigures,
  type AbsentFigure,
  type AbsentReason,
  type ShownFigure,
  type ShownFigures,
  type Thresholds,
} from './shown-figures.js';
