/** Another user present at the same draft, and their current field. */
export interface Writer {
  readonly personId: string;
  readonly name: string;
  readonly field: string | null;
}

/** Other writers, from the live stream. */
export class Writers {
  private now: readonly Writer[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly Writer[] => this.now;

  become(writers: readonly Writer[]): void {
    this.now = writers;
    for (const listener of this.listeners) listener();
  }
}
