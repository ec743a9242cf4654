import type { FollowerStatus } from '#platform/followers';

type At = Pick<FollowerStatus, 'kind' | 'name' | 'position'>;

/** Measures for how long each follower has made no progress although events were waiting. */
export class TimeWithoutProgress {
  private readonly seen = new Map<string, { readonly position: bigint; readonly since: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds; 0 for a follower that has moved since the last call or has reached `head`. */
  stillFor({ kind, name, position }: At, head: bigint): number {
    const key = `${kind}:${name}`;
    const known = this.seen.get(key);
    if (position >= head) {
      this.seen.delete(key);
      return 0;
    }
    if (known?.position === position) return this.now() - known.since;
    this.seen.set(key, { position, since: this.now() });
    return 0;
  }
}
