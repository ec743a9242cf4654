import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { SECONDS, Timing } from './timing.js';

/** A figure read when it is asked for: what it is called, what it means, and its value a label. Never a person or a unit. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  read(this: void): Promise<readonly { readonly of?: string; readonly value: number }[]>;
}

/** What a part of the house gives to be asked for: a figure, or how long something takes. */
export type Measured = Measure | Timing;

/** Everything that Prometheus may ask this process. A registry of its own, so that two apps in a test do not meet. */
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

  /** The text that Prometheus reads, and its content type. */
  async text(): Promise<{ text: string; type: string }> {
    return { text: await this.registry.metrics(), type: this.registry.contentType };
  }

  /** One figure more, of a part that has come later. */
  add({ name, help, label, read }: Measure): void {
    new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [this.registry],
      async collect() {
        this.reset();
        // A figure that cannot be read is left out; the others are still answered.
        const values = await read().catch(() => []);
        for (const { of, value } of values)
          if (label === undefined || of === undefined) this.set(value);
          else this.set({ [label]: of }, value);
      },
    });
  }
}
