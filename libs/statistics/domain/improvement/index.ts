export { improvementWord, type Better, type ImprovementWord, type Measurement } from './improvement.js';
export { processChartOf, type ProcessChart } from './process-chart.js';
export { signalsOfLast, type Signal, type SignalKind } from './signals.js';
