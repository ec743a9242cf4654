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
  private keptTo = 0n;

  constructor(
    private readonly kept: KeptPassages | undefined,
    private readonly worthKeeping = WORTH_KEEPING,
  ) {}

  /** Where to go on reading after `position`. */
  async beyond(position: bigint): Promise<bigint> {
    for (const [from, to] of await this.passages()) if (from <= position && position < to) return to;
    return position;
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

  /** Told by a checkpoint; kept when it is long enough, and again each time it has grown as much. */
  async passed({ from, to }: Passage): Promise<void> {
    const already = (await this.from(from)) ?? from;
    if (to - already < this.worthKeeping || to <= this.keptTo) return;
    this.keptTo = to;
    (await this.passages()).set(from, to);
    await this.kept?.keep({ from, to });
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
