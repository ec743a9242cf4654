/**
 * A stretch of the server's log in which nothing of ours stands: after our event at `from` there is none up to and with
 * `to`. True for ever, for the log only grows at its end.
 */
export interface Passage {
  readonly from: bigint;
  readonly to: bigint;
}

/** Where passages are kept, so that the next process need not look through them again. */
export interface KeptPassages {
  all(): Promise<readonly Passage[]>;
  /** Keeps it; one that begins at the same event and reaches less far is forgotten. */
  keep(passage: Passage): Promise<void>;
}

/** A shorter stretch than this is read again sooner than looked up. Positions are bytes of the server's log. */
const WORTH_KEEPING = 4n * 1024n * 1024n;

/** What the server's checkpoints have told: stretches of other people's events, skipped by every reader. */
export class Passages {
  private known: Promise<Map<bigint, bigint>> | undefined;

  constructor(
    private readonly kept: KeptPassages | undefined,
    private readonly onTrouble: (fault: unknown) => void,
    private readonly worthKeeping = WORTH_KEEPING,
  ) {}

  /** The one in which `position` stands, so that reading after it goes on at its end. */
  async around(position: bigint): Promise<Passage | undefined> {
    for (const [from, to] of await this.passages()) if (from <= position && position < to) return { from, to };
    return undefined;
  }

  /** Where to go on after our event at exactly `position`, if a passage begins there. */
  async from(position: bigint): Promise<bigint | undefined> {
    return (await this.passages()).get(position);
  }

  /** The one that reaches furthest. */
  async last(): Promise<Passage | undefined> {
    let last: Passage | undefined;
    for (const [from, to] of await this.passages()) if (!last || to > last.to) last = { from, to };
    return last;
  }

  /**
   * Told by a checkpoint; kept when it is long enough, and again each time it has grown as much. One that cannot be kept
   * costs a longer look next time, and nothing else.
   */
  async passed({ from, to }: Passage): Promise<void> {
    try {
      const known = await this.passages();
      if (to - (known.get(from) ?? from) < this.worthKeeping) return;
      known.set(from, to);
      await this.kept?.keep({ from, to });
    } catch (fault) {
      this.onTrouble(fault);
    }
  }

  private passages(): Promise<Map<bigint, bigint>> {
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
