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

  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };
  readonly snapshot = (): readonly Writer[] => this.now;

  become(writers: readonly Writer[]): void {
    this.now = writers;
    for (const told of this.listeners) told();
  }
}
