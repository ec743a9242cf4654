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

/** How an append ended: written (or found written), refused because the stream is elsewhere, or thrown by the engine. */
export type AppendOutcome = 'appended' | 'conflict' | 'fault';

/** Told once for every append, with the seconds that its writer waited, tries in between included. */
export type OnAppend = (outcome: AppendOutcome, seconds: number) => void;

/** Any engine's log, and each append told of: the figures are the same whichever engine keeps the log. */
export class TimedEventStore implements EventStore {
  constructor(
    private readonly log: EventStore,
    private readonly onAppend: OnAppend,
  ) {}

  async append(
    stream: string,
    expected: Expected,
    events: readonly [NewEvent, ...NewEvent[]],
  ): Promise<Appended | Conflict> {
    const begun = performance.now();
    let outcome: AppendOutcome = 'fault';
    try {
      const answer = await this.log.append(stream, expected, events);
      outcome = isConflict(answer) ? 'conflict' : 'appended';
      return answer;
    } finally {
      this.onAppend(outcome, (performance.now() - begun) / 1_000);
    }
  }

  read(stream: string, from?: bigint): Promise<readonly StoredEvent[]> {
    return this.log.read(stream, from);
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
}
