import type { Standing } from '#platform/followers';

type At = Pick<Standing, 'kind' | 'name' | 'position'>;

/** For how long followers have stayed where they are although there was more to take, from one question to the next. */
export class Movement {
  private readonly seen = new Map<string, { readonly position: bigint; readonly since: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds; 0 for one that has moved since it was last asked about, or has taken all up to `head`. */
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
