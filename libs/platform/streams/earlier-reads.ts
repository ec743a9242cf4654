import type { StoredEvent } from '#platform/event-store';

/**
 * Streams of its tenant that were read while one command was prepared, by the access check or for its facts. `Streams.run` decides
 * on such a read instead of reading again; a write in between is found by the append, which checks the revision.
 */
export class EarlierReads {
  private readonly histories = new Map<string, readonly StoredEvent[]>();

  get(stream: string): readonly StoredEvent[] | undefined {
    return this.histories.get(stream);
  }

  keep(stream: string, history: readonly StoredEvent[]): void {
    this.histories.set(stream, history);
  }

  /** The read, which is then forgotten: the first decision is made on it, every later one on a new read. */
  take(stream: string): readonly StoredEvent[] | undefined {
    const history = this.histories.get(stream);
    this.histories.delete(stream);
    return history;
  }
}
