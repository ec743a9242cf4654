/** So often at most a write is tried while all is well: it costs some milliseconds, and health is asked every few seconds. */
const TRIED_EVERY_MS = 30_000;

/**
 * Whether the database takes writes. While all is well, a question of health tries one now and then, so that a process
 * that nobody asks to write finds out too. After a write that failed, each question tries again until one succeeds, so
 * that a process is ready again as soon as there is room.
 */
export class SavingHealth {
  private failing = false;
  private triedAt = -Infinity;

  /**
   * @param tryWriting makes and removes something that needs room; throws while there is none
   * @param now milliseconds of a clock that is never set
   */
  constructor(
    private readonly tryWriting: () => Promise<unknown>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A write has failed for want of room, or since the database is read-only. */
  failed(): void {
    this.failing = true;
  }

  /** Undefined: it takes writes. */
  async notReady(): Promise<string | undefined> {
    const now = this.now();
    if (!this.failing && now - this.triedAt < TRIED_EVERY_MS) return undefined;
    this.triedAt = now;
    try {
      await this.tryWriting();
    } catch {
      this.failing = true;
      return 'the database cannot save';
    }
    this.failing = false;
    return undefined;
  }
}
