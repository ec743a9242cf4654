import { Histogram, type Registry } from 'prom-client';

/** In seconds: an append takes about a millisecond, a request that waits for a server that is away up to fifteen. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** What a timing is called, what it means, and what its parts are told apart by. Never a person or a unit. */
export interface TimingName {
  readonly name: string;
  readonly help: string;
  readonly label: string;
}

/** How long something takes, by how it ended. Counts from the start of the process, also before anybody can ask. */
export class Timing {
  private readonly histogram: Histogram;

  constructor({ name, help, label }: TimingName) {
    this.histogram = new Histogram({ name, help, labelNames: [label], buckets: SECONDS, registers: [] });
  }

  /** One more, of this kind, that took so many seconds. */
  took(of: string, seconds: number): void {
    this.histogram.labels(of).observe(seconds);
  }

  /** Lets it be asked for. */
  showIn(registry: Registry): void {
    registry.registerMetric(this.histogram);
  }
}
