/** Whole numbers that an attacker bounds by sums: each is 0 or more, and some are known. */
export class Bounds {
  readonly #least = new Map<string, number>();
  readonly #most = new Map<string, number>();
  readonly #sums: { readonly parts: readonly string[]; readonly whole: string }[] = [];

  /** The number is known. */
  is(name: string, value: number): void {
    this.#least.set(name, value);
    this.#most.set(name, value);
  }

  /** The parts add up to the whole. */
  sum(parts: readonly string[], whole: string): void {
    this.#sums.push({ parts, whole });
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
    if (!narrowed(this.#sums, this.#least, this.#most)) throw new Error('The attacker’s sums contradict each other');
  }

  #allows(name: string, value: number): boolean {
    if (value < (this.#least.get(name) ?? 0) || value > (this.#most.get(name) ?? Infinity)) return false;
    const [least, most] = [new Map(this.#least), new Map(this.#most)];
    least.set(name, value);
    most.set(name, value);
    return narrowed(this.#sums, least, most);
  }
}

/** Narrows until nothing changes; false where a number has no value left. */
function narrowed(
  sums: readonly { readonly parts: readonly string[]; readonly whole: string }[],
  least: Map<string, number>,
  most: Map<string, number>,
): boolean {
  const low = (name: string) => least.get(name) ?? 0;
  const high = (name: string) => most.get(name) ?? Infinity;
  let changes = true;
  const bound = (name: string, from: number, to: number): boolean => {
    if (from > low(name)) {
      least.set(name, from);
      changes = true;
    }
    if (to < high(name)) {
      most.set(name, to);
      changes = true;
    }
    return low(name) <= high(name);
  };
  while (changes) {
    changes = false;
    for (const { parts, whole } of sums) {
      const lows = parts.reduce((sum, part) => sum + low(part), 0);
      const highs = parts.reduce((sum, part) => sum + high(part), 0);
      if (!bound(whole, lows, highs)) return false;
      for (const part of parts) {
        const others =
          highs === Infinity ? parts.reduce((sum, it) => sum + (it === part ? 0 : high(it)), 0) : highs - high(part);
        if (!bound(part, low(whole) - others, high(whole) - (lows - low(part)))) return false;
      }
    }
  }
  return true;
}
