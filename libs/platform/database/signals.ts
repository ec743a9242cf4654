/** Receives the messages of a topic. */
export interface SignalListener {
  received(message: unknown): void;
  /** Messages may have been lost while there was no connection, as at first: read the current state. */
  missed?(): void;
}

/**
 * Messages between the processes of an installation that need not be stored: that a draft was saved, who is editing it.
 * A message may be lost, so the state itself is read from where it is stored.
 */
export abstract class Signals {
  /** Sends to every process, this one included. A message that cannot be sent now is dropped. */
  abstract publish(topic: string, message: object): void;
  /** Listens from now on; call the returned function to stop. */
  abstract listen(topic: string, listener: SignalListener): () => void;
}

/** The listeners of each topic within one process. */
export class Listeners {
  private readonly byTopic = new Map<string, Set<SignalListener>>();

  add(topic: string, listener: SignalListener): () => void {
    const listeners = this.byTopic.get(topic) ?? new Set();
    this.byTopic.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  received(topic: string, message: unknown): void {
    for (const listener of this.byTopic.get(topic) ?? []) listener.received(message);
  }

  missed(): void {
    for (const listeners of this.byTopic.values()) for (const listener of listeners) listener.missed?.();
  }
}

/** Signals within a single process, such as a specification. */
export class SignalsWithin extends Signals {
  private readonly listeners = new Listeners();

  publish(topic: string, message: object): void {
    // As between processes: the listener gets a copy, asynchronously.
    const copy = JSON.stringify(message);
    queueMicrotask(() => this.listeners.received(topic, JSON.parse(copy)));
  }
  listen(topic: string, listener: SignalListener): () => void {
    return this.listeners.add(topic, listener);
  }
}
