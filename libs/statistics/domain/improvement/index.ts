export { improvementWord, type Better, type ImprovementWord, type Measurement } from './improvement.js';
export { improvementOfPoints, NOTHING_EARLIER, pointsOfParts, type EarlierPoints } from './points-of-parts.js';
export { BASELINE, processChartOf, type ProcessChart } from './process-chart.js';
export { improvementOf, type Improvement, type JudgedPoint, type SeriesPoint, type ValueRange } from './series.js';
export { signalsOfLast, type Signal, type SignalKind } from './signals.js';
