/** Parts that add up to a whole, by the places of their numbers. */
interface Sum {
  readonly parts: readonly number[];
  readonly whole: number;
}
/** The least and the most that each number can be. */
interface Limits {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** Whole numbers that an attacker bounds by sums: each is 0 or more, and some are known. */
export class Bounds {
  readonly #places = new Map<string, number>();
  readonly #known = new Map<number, number>();
  readonly #sums: Sum[] = [];
  /** By the place of a number, the sums that it is in. */
  readonly #sumsOf: number[][] = [];
  #limits: Limits | undefined;

  /** The number is known. */
  is(name: string, value: number): void {
    this.#known.set(this.#placeOf(name), value);
  }

  /** The parts add up to the whole. */
  sum(parts: readonly string[], whole: string): void {
    const sum = { parts: parts.map((part) => this.#placeOf(part)), whole: this.#placeOf(whole) };
    this.#sums.push(sum);
    for (const place of new Set([...sum.parts, sum.whole])) this.#sumsOf[place]!.push(this.#sums.length - 1);
  }

  /** One is at most the other. */
  atMost(one: string, other: string): void {
    this.sum([one, `${other} without ${one}`], other);
  }

  /** How many values of the number, up to `most`, do not contradict the sums as far as bounds tell; no more than `enough`. */
  values(name: string, most: number, enough: number): number {
    let count = 0;
    for (let value = 0; value <= most && count < enough; value += 1) if (this.#allows(name, value)) count += 1;
    return count;
  }

  /** Narrows all bounds by all sums; throws where they contradict each other. */
  narrow(): void {
    const least = new Float64Array(this.#places.size);
    const most = new Float64Array(this.#places.size).fill(Infinity);
    for (const [place, value] of this.#known) least[place] = most[place] = value;
    this.#limits = { least, most };
    if (!this.#narrowed(this.#limits, this.#sums.keys())) throw new Error('The attacker’s sums contradict each other');
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(name, place);
    this.#sumsOf.push([]);
    return place;
  }

  #allows(name: string, value: number): boolean {
    const place = this.#places.get(name)!;
    const { least, most } = this.#limits!;
    if (value < least[place]! || value > most[place]!) return false;
    const limits = { least: least.slice(), most: most.slice() };
    limits.least[place] = limits.most[place] = value;
    return this.#narrowed(limits, this.#sumsOf[place]!);
  }

  /** Narrows by these sums, and by those of each number that they narrow; false where a number has no value left. */
  #narrowed({ least, most }: Limits, first: Iterable<number>): boolean {
    const waiting = new Set(first);
    const bound = (place: number, from: number, to: number): boolean => {
      const isNarrower = from > least[place]! || to < most[place]!;
      if (!isNarrower) return true;
      least[place] = Math.max(least[place]!, from);
      most[place] = Math.min(most[place]!, to);
      for (const sum of this.#sumsOf[place]!) waiting.add(sum);
      return least[place] <= most[place];
    };
    for (const nth of waiting) {
      waiting.delete(nth);
      const { parts, whole } = this.#sums[nth]!;
      const lows = parts.reduce((sum, part) => sum + least[part]!, 0);
      const highs = parts.reduce((sum, part) => sum + most[part]!, 0);
      if (!bound(whole, lows, highs)) return false;
      for (const part of parts) {
        const others =
          highs === Infinity ? parts.reduce((sum, it) => sum + (it === part ? 0 : most[it]!), 0) : highs - most[part]!;
        if (!bound(part, least[whole]! - others, most[whole]! - (lows - least[part]!))) return false;
      }
    }
    return true;
  }
}
