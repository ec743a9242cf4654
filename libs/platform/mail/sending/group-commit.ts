import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two commits, so that there are few of them while there is much to commit. */
const PAUSE_MS = 10;

/**
 * Commits items together with all others that come in the same turn of the event loop, or have come while the previous
 * commit was under way and shortly after it: one commit at a time, and no item waits for a full batch.
 */
export class GroupCommit<T, R> {
  private waiting: {
    readonly item: T;
    readonly resolve: (result: R) => void;
    readonly reject: (fault: unknown) => void;
  }[] = [];
  private isCommitting = false;

  /** @param commit commits all items or none, and returns one result for each */
  constructor(private readonly commit: (items: readonly T[]) => Promise<readonly R[]>) {}

  add(item: T): Promise<R> {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    this.waiting.push({ item, resolve, reject });
    if (!this.isCommitting) void this.commitWaiting();
    return promise;
  }

  private async commitWaiting(): Promise<void> {
    this.isCommitting = true;
    for (let isFirst = true; this.waiting.length > 0; isFirst = false) {
      await (isFirst ? turn() : pause(PAUSE_MS));
      const all = this.waiting;
      this.waiting = [];
      try {
        const results = await this.commit(all.map(({ item }) => item));
        all.forEach(({ resolve }, i) => resolve(results[i]!));
      } catch (fault) {
        for (const { reject } of all) reject(fault);
      }
    }
    this.isCommitting = false;
  }
}
