import type { EventStore, StoredEvent } from '#platform/event-store';
import { retryWithBackoff, pause, silent, type Freshness } from '#platform/followers';

/** Changes in a tenant since a position. */
export interface Change {
  /** The position at the beginning, or the changes since. */
  readonly what: 'position' | 'change';
  /** Everything up to here can be read. */
  readonly position: bigint;
  /** Kinds of the changed streams, such as `meeting` and `action`. */
  readonly kinds: readonly string[];
  /** Older than this process's buffer: any kind may have changed. */
  readonly everything: boolean;
}
export type OnChange = (change: Change) => void;
/** Called with the names of streams as soon as they were written, before read models show it. */
export type OnWritten = (streams: ReadonlySet<string>) => void;

interface Following {
  readonly events: EventStore;
  readonly freshness: Freshness;
  /** Shortest time between two reports, in ms. */
  readonly everyMs: number;
  readonly closing: AbortSignal;
}

/** Time limit of one wait for the read models, in ms; it is repeated. */
const LONGEST_WAIT_MS = 10_000;

/** Follows one tenant's events from a position on and reports which kinds of streams have changed. */
export class TenantChanges {
  /** Resolves after `closing` has aborted. */
  readonly ended: Promise<unknown>;
  private readonly listeners = new Set<OnChange>();
  private readonly watchers = new Set<OnWritten>();
  /** Position of the last readable change, by kind. */
  private readonly last = new Map<string, bigint>();
  /** Written, but perhaps not readable yet. */
  private coming = new Set<string>();
  private comingTo: bigint;
  private readableTo: bigint;
  private wake: () => void = () => undefined;

  constructor(
    private readonly tenant: string,
    /** Later changes are known. */
    private readonly begunAt: bigint,
    private readonly how: Following,
  ) {
    this.comingTo = this.readableTo = begunAt;
    const { closing } = how;
    closing.addEventListener('abort', () => this.wake(), { once: true });
    // Both retry after transient faults; changes are reported afterwards.
    this.ended = Promise.all([
      retryWithBackoff('live', closing, silent, () => this.read()),
      retryWithBackoff('live', closing, silent, () => this.report()),
    ]);
  }

  /** As `LogChanges.follow`. */
  follow(since: bigint | undefined, signal: AbortSignal, onChange: OnChange): void {
    this.listeners.add(onChange);
    signal.addEventListener('abort', () => this.listeners.delete(onChange), { once: true });
    onChange({ what: 'position', position: this.readableTo, ...this.after(since) });
  }

  /** As `LogChanges.watch`. */
  watch(signal: AbortSignal, onWritten: OnWritten): void {
    this.watchers.add(onWritten);
    signal.addEventListener('abort', () => this.watchers.delete(onWritten), { once: true });
  }

  private after(since: bigint | undefined): Pick<Change, 'kinds' | 'everything'> {
    if (since === undefined) return { kinds: [], everything: false };
    if (since < this.begunAt) return { kinds: [], everything: true };
    const kinds = [...this.last].flatMap(([kind, at]) => (at > since ? [kind] : []));
    return { kinds: kinds.toSorted(), everything: false };
  }

  private async read(): Promise<void> {
    const { tenant, comingTo: after } = this;
    for await (const batch of this.how.events.subscribe({ tenant, after, signal: this.how.closing })) {
      for (const event of batch) this.coming.add(kindOf(event));
      const written = new Set(batch.map(({ stream }) => stream));
      for (const onWritten of this.watchers) onWritten(written);
      this.comingTo = batch.at(-1)!.position;
      this.wake();
    }
  }

  private async report(): Promise<void> {
    const { closing, everyMs } = this.how;
    while (!closing.aborted) {
      if (this.coming.size === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      if (closing.aborted) return;
      const [position, kinds] = [this.comingTo, [...this.coming].toSorted()];
      this.coming = new Set();
      if (!(await this.readable(position))) return;
      this.readableTo = position;
      for (const kind of kinds) this.last.set(kind, position);
      for (const onChange of this.listeners) onChange({ what: 'change', position, kinds, everything: false });
      await pause(everyMs, closing);
    }
  }

  /** Waits for slow read models without a time limit, but not for stopped ones. False when this is closing. */
  private async readable(position: bigint): Promise<boolean> {
    const { closing, freshness, everyMs } = this.how;
    while (!closing.aborted) {
      const isReached = freshness.reached(position, LONGEST_WAIT_MS);
      if (await unlessAborted(isReached, closing)) return true;
      await pause(everyMs, closing);
    }
    return false;
  }
}

/** The answer, or false when the signal aborts first. Leaves no listener behind: the signal lives as long as the process. */
async function unlessAborted(answer: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const { promise: aborted, resolve } = Promise.withResolvers<false>();
  const abort = () => resolve(false);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** The kind of a stream is the first part of its name. */
const kindOf = ({ stream }: StoredEvent): string => stream.slice(0, stream.indexOf('-'));
