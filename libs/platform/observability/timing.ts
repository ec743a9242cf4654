import { Histogram, type Registry } from 'prom-client';

/** Bucket bounds in seconds: an append takes about a millisecond, a request during an outage up to fifteen seconds. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Name and meaning of a timing, and the label that divides it. Never a person or a unit. */
export interface TimingName {
  readonly name: string;
  readonly help: string;
  readonly label: string;
}

/** Durations of an operation, by outcome. Counts from the start of the process, also before the first scrape. */
export class Timing {
  private readonly histogram: Histogram;

  constructor({ name, help, label }: TimingName) {
    this.histogram = new Histogram({ name, help, labelNames: [label], buckets: SECONDS, registers: [] });
  }

  /** Records one operation with this outcome and duration. */
  took(of: string, seconds: number): void {
    this.histogram.labels(of).observe(seconds);
  }

  /** Registers it for scraping. */
  showIn(registry: Registry): void {
    registry.registerMetric(this.histogram);
  }
}
