export { improvementWord, type Better, type ImprovementWord, type Measurement } from './improvement.js';
export { processChartOf, type ProcessChart } from './process-chart.js';
export { improvementOf, type Improvement, type JudgedPoint, type SeriesPoint, type ValueRange } from './series.js';
export { signalsOfLast, type Signal, type SignalKind } from './signals.js';
