/**
 * A skip range: a stretch of the server's log without own events, after the own event at `from` up to and including
 * `to`. Stays valid, since the log only grows at its end.
 */
export interface SkipRange {
  readonly from: bigint;
  readonly to: bigint;
}

/** Store of skip ranges, so that the next process need not search them again. */
export interface StoredSkipRanges {
  all(): Promise<readonly SkipRange[]>;
  /** Stores a range; replaces a shorter one that begins at the same event. */
  keep(range: SkipRange): Promise<void>;
}

/** Shorter ranges are faster to read again than to look up. Positions are bytes of the server's log. */
const WORTH_KEEPING = 4n * 1024n * 1024n;

/** Skip ranges learnt from the server's checkpoints: stretches of other logs' events that every reader skips. */
export class SkipRanges {
  private known: Promise<Map<bigint, bigint>> | undefined;

  constructor(
    private readonly kept: StoredSkipRanges | undefined,
    private readonly onTrouble: (fault: unknown) => void,
    private readonly worthKeeping = WORTH_KEEPING,
  ) {}

  /** The range that contains `position`, so that reading can continue at its end. */
  async around(position: bigint): Promise<SkipRange | undefined> {
    for (const [from, to] of await this.skipRanges()) if (from <= position && position < to) return { from, to };
    return undefined;
  }

  /** Position at which to continue after the own event at `position`, if a range begins there. */
  async from(position: bigint): Promise<bigint | undefined> {
    return (await this.skipRanges()).get(position);
  }

  /** The range that reaches furthest. */
  async last(): Promise<SkipRange | undefined> {
    let last: SkipRange | undefined;
    for (const [from, to] of await this.skipRanges()) if (!last || to > last.to) last = { from, to };
    return last;
  }

  /**
   * Records a range from a checkpoint; stores it when it is long enough, and again each time it has grown by as much. A
   * range that cannot be stored only makes the next search longer.
   */
  async passed({ from, to }: SkipRange): Promise<void> {
    try {
      const known = await this.skipRanges();
      if (to - (known.get(from) ?? from) < this.worthKeeping) return;
      known.set(from, to);
      await this.kept?.keep({ from, to });
    } catch (fault) {
      this.onTrouble(fault);
    }
  }

  private skipRanges(): Promise<Map<bigint, bigint>> {
    this.known ??= this.load().catch((fault: unknown) => {
      this.known = undefined;
      throw fault;
    });
    return this.known;
  }

  private async load(): Promise<Map<bigint, bigint>> {
    return new Map((await this.kept?.all())?.map(({ from, to }) => [from, to]));
  }
}
