import {
  isConflict,
  type Appended,
  type Conflict,
  type EventStore,
  type Expected,
  type NewEvent,
  type ReadAll,
  type StoredEvent,
} from './event-store.js';

/** Outcome of an append: written (or found written), rejected for a conflict, or thrown by the engine. */
export type AppendOutcome = 'appended' | 'conflict' | 'fault';

/** Called once for every append, with the seconds that its writer waited, retries included. */
export type OnAppend = (outcome: AppendOutcome, seconds: number) => void;

/** Decorates any engine and reports each append, so that all engines yield the same metrics. */
export class TimedEventStore implements EventStore {
  constructor(
    private readonly log: EventStore,
    private readonly onAppend: OnAppend,
  ) {}

  async append(
    tenant: string,
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict> {
    const begun = performance.now();
    let outcome: AppendOutcome = 'fault';
    try {
      const answer = await this.log.append(tenant, stream, expected, events);
      outcome = isConflict(answer) ? 'conflict' : 'appended';
      return answer;
    } finally {
      this.onAppend(outcome, (performance.now() - begun) / 1_000);
    }
  }

  read(tenant: string, stream: string, from?: bigint): Promise<readonly StoredEvent[]> {
    return this.log.read(tenant, stream, from);
  }

  readAll(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return this.log.readAll(options);
  }

  subscribe(options: ReadAll): AsyncIterable<readonly StoredEvent[]> {
    return this.log.subscribe(options);
  }

  head(): Promise<bigint> {
    return this.log.head();
  }

  countAfter(after: bigint, atMost: number): Promise<number> {
    return this.log.countAfter(after, atMost);
  }
}
