/** 2 MB: with a million keys about one answer in a hundred is a false "perhaps". */
const BITS = 2 ** 24;

/** Remembers keys in constant memory (a Bloom filter): it never denies a key that was added. */
export class KeyFilter {
  private bits: Uint32Array | undefined;

  add(key: string): void {
    this.bits ??= new Uint32Array(BITS / 32);
    for (const bit of placesOf(key)) this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** False if the key was never added; true if it perhaps was. */
  mayHave(key: string): boolean {
    const { bits } = this;
    return bits !== undefined && placesOf(key).every((bit) => (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0);
  }
}

/** Two bits of a 32-bit hash (FNV-1a) of the key. */
function placesOf(key: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return [(hash >>> 0) % BITS, (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % BITS];
}
