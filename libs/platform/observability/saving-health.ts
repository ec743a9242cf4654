/**
 * Whether the database takes writes. Nothing is tried while all is well; after a write that failed, each question of
 * health tries again until one succeeds, so that a process is ready again as soon as there is room.
 */
export class SavingHealth {
  private failing = false;

  /** @param tryWriting makes and removes something that needs room; throws while there is none */
  constructor(private readonly tryWriting: () => Promise<unknown>) {}

  /** A write has failed for want of room, or since the database is read-only. */
  failed(): void {
    this.failing = true;
  }

  /** Undefined: it takes writes. */
  async notReady(): Promise<string | undefined> {
    if (!this.failing) return undefined;
    try {
      await this.tryWriting();
    } catch {
      return 'the database cannot save';
    }
    this.failing = false;
    return undefined;
  }
}
