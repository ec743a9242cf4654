/**
 * Shortest time between two test writes while writes succeed, in ms: one costs some milliseconds, and health is checked
 * every few seconds.
 */
const TRIED_EVERY_MS = 30_000;

/**
 * Tracks whether the database accepts writes. While writes succeed, a health check tries one now and then, so that a
 * process without writes notices a fault too. After a failed write each check tries again until one succeeds, so that
 * the process is ready again as soon as there is space.
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

  /** A write has failed for lack of space, or because the database is read-only. */
  failed(): void {
    this.failing = true;
  }

  /** Undefined if the database accepts writes. */
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
