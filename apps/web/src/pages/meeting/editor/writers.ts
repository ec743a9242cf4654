/** Another person in front of the same draft, and the field they are in. */
export interface Writer {
  readonly personId: string;
  readonly name: string;
  readonly field: string | null;
}

/** Who else writes now, as the live stream tells. */
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
