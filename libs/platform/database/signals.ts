/** What is done with what comes over a topic. */
export interface SignalListener {
  heard(message: unknown): void;
  /** Word may have been lost: the connection was away for a while. Look for yourself. */
  missed?(): void;
}

/**
 * Word between the processes of an installation, for what is worth telling and not worth keeping: that a draft was saved,
 * who sits in front of it. It may be lost, so what must be true is read where it is kept.
 */
export abstract class Signals {
  /** Tells every process, this one too. What cannot be told now is let go of. */
  abstract tell(topic: string, message: object): void;
  /** Listens from now on; the answer ends it. */
  abstract listen(topic: string, listener: SignalListener): () => void;
}

/** Who listens to what, within one process. */
export class Listeners {
  private readonly byTopic = new Map<string, Set<SignalListener>>();

  add(topic: string, listener: SignalListener): () => void {
    const listeners = this.byTopic.get(topic) ?? new Set();
    this.byTopic.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  heard(topic: string, message: unknown): void {
    for (const listener of this.byTopic.get(topic) ?? []) listener.heard(message);
  }

  missed(): void {
    for (const listeners of this.byTopic.values()) for (const listener of listeners) listener.missed?.();
  }
}

/** Signals of a process that is alone, such as a specification. */
export class SignalsWithin extends Signals {
  private readonly listeners = new Listeners();

  tell(topic: string, message: object): void {
    // As from outside: what is told is a copy, and it comes later.
    const copy = JSON.stringify(message);
    queueMicrotask(() => this.listeners.heard(topic, JSON.parse(copy)));
  }
  listen(topic: string, listener: SignalListener): () => void {
    return this.listeners.add(topic, listener);
  }
}
