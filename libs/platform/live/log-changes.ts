import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EVENT_STORE, type EventStore, type StoredEvent } from '#platform/event-store';
import { Freshness, retryWithBackoff, pause, silent } from '#platform/followers';
import { LIVE_OPTIONS, type LiveOptions } from './live-options.js';

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

/** Time limit of one wait for the read models, in ms; it is repeated. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Follows the log and reports, once the read models have caught up, which kinds of streams have changed in a
 * tenant. Deliberately coarse: it contains nothing confidential, and listeners read again what they may read.
 */
@Injectable()
export class LogChanges implements OnModuleDestroy {
  private readonly closing = new AbortController();
  private readonly listeners = new Map<string, Set<OnChange>>();
  /** Position of the last readable change, by tenant and kind. */
  private readonly last = new Map<string, Map<string, bigint>>();
  /** Written, but perhaps not readable yet. */
  private coming = new Map<string, Set<string>>();
  private comingTo = 0n;
  private readableTo = 0n;
  private begunAt: Promise<bigint> | undefined;
  private following: Promise<unknown> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly freshness: Freshness,
    @Inject(LIVE_OPTIONS) private readonly options: LiveOptions,
  ) {}

  /**
   * Calls `onChange` with changes in the tenant until `signal` aborts. The first call comes at once: the current
   * position, or the changes after `since`, if given.
   */
  async follow(tenant: string, since: bigint | undefined, signal: AbortSignal, onChange: OnChange) {
    const begunAt = await this.begin();
    if (signal.aborted) return;
    const listeners = this.listeners.get(tenant) ?? new Set();
    this.listeners.set(tenant, listeners.add(onChange));
    signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
    onChange({ what: 'position', position: this.readableTo, ...this.after(tenant, since, begunAt) });
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    this.wake();
    await this.following;
  }

  private after(tenant: string, since: bigint | undefined, begunAt: bigint): Pick<Change, 'kinds' | 'everything'> {
    if (since === undefined) return { kinds: [], everything: false };
    if (since < begunAt) return { kinds: [], everything: true };
    const kinds = [...(this.last.get(tenant) ?? [])].flatMap(([kind, at]) => (at > since ? [kind] : []));
    return { kinds: kinds.toSorted(), everything: false };
  }

  /** Starts at the first stream: a process without streams need not read the log. */
  private begin(): Promise<bigint> {
    this.begunAt ??= this.start().catch((fault: unknown) => {
      this.begunAt = undefined;
      throw fault;
    });
    return this.begunAt;
  }

  private async start(): Promise<bigint> {
    const head = await this.events.head();
    this.readableTo = this.comingTo = head;
    const { signal } = this.closing;
    // Both retry after transient faults; changes are reported afterwards.
    this.following = Promise.all([
      retryWithBackoff('live', signal, silent, () => this.read(signal)),
      retryWithBackoff('live', signal, silent, () => this.tell(signal)),
    ]);
    return head;
  }

  private async read(signal: AbortSignal): Promise<void> {
    for await (const batch of this.events.subscribe({ after: this.comingTo, signal })) {
      for (const event of batch) this.note(event);
      this.comingTo = batch.at(-1)!.position;
      this.wake();
    }
  }

  private note({ tenant, stream }: StoredEvent): void {
    const kinds = this.coming.get(tenant) ?? new Set();
    this.coming.set(tenant, kinds.add(stream.slice(0, stream.indexOf('-'))));
  }

  private async tell(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.coming.size === 0) await this.word();
      if (signal.aborted) return;
      const [to, changed] = [this.comingTo, this.coming];
      this.coming = new Map();
      if (!(await this.readable(to, signal))) return;
      this.readableTo = to;
      for (const [tenant, kinds] of changed) this.tellOf(tenant, [...kinds].toSorted(), to);
      await pause(this.options.changesEveryMs, signal);
    }
  }

  /** Waits for slow read models without a time limit, but not for stopped ones. False when this is closing. */
  private async readable(position: bigint, signal: AbortSignal): Promise<boolean> {
    const closed = new Promise<false>((resolve) => signal.addEventListener('abort', () => resolve(false)));
    while (!signal.aborted) {
      if (await Promise.race([this.freshness.reached(position, LONGEST_WAIT_MS), closed])) return true;
      await pause(this.options.changesEveryMs, signal);
    }
    return false;
  }

  private tellOf(tenant: string, kinds: readonly string[], position: bigint): void {
    const last = this.last.get(tenant) ?? new Map<string, bigint>();
    this.last.set(tenant, last);
    for (const kind of kinds) last.set(kind, position);
    for (const onChange of this.listeners.get(tenant) ?? [])
      onChange({ what: 'change', position, kinds, everything: false });
  }

  private word(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }
}
