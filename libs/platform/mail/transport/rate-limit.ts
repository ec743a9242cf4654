/** Spaces starts evenly, so that there are at most `perMinute` in a minute; without a limit nobody waits. */
export class RateLimit {
  private next = 0;

  /** @param now milliseconds of a clock that is never set */
  constructor(
    private readonly perMinute: number | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Reserves the next start, and returns the milliseconds until then. */
  reserve(): number {
    if (this.perMinute === undefined) return 0;
    const now = this.now();
    const at = Math.max(this.next, now);
    this.next = at + 60_000 / this.perMinute;
    return at - now;
  }
}
