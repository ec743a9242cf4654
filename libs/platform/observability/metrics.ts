import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { SECONDS, Timing } from './timing.js';

/** A figure read at each scrape: its name, its meaning, and its value per label. Never per person or unit. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  read(this: void): Promise<readonly { readonly of?: string; readonly value: number }[]>;
}

/** A metric that a part contributes: a figure, or durations. */
export type Measured = Measure | Timing;

/** All metrics of this process. A separate registry, so that two applications in one test do not collide. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'samspill_http_request_seconds',
    help: 'Time to answer, by method, route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(measures: readonly Measured[] = [], options: { readonly process?: boolean } = {}) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
    for (const measured of measures)
      if (measured instanceof Timing) measured.showIn(this.registry);
      else this.add(measured);
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.labels(method, route, String(status)).observe(seconds);
  }

  /** The metrics in Prometheus's text format, and their content type. */
  async text(): Promise<{ text: string; type: string }> {
    return { text: await this.registry.metrics(), type: this.registry.contentType };
  }

  /** Registers the figure of a part that was added later. */
  add({ name, help, label, read }: Measure): void {
    new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [this.registry],
      async collect() {
        this.reset();
        // A figure that cannot be read is omitted; the others are still answered.
        const values = await read().catch(() => []);
        for (const { of, value } of values)
          if (label === undefined || of === undefined) this.set(value);
          else this.set({ [label]: of }, value);
      },
    });
  }
}
