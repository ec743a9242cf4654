/** 2 MB: with a million addresses about one answer in a hundred is a false "perhaps". */
const BITS = 2 ** 24;

/** Remembers addresses of rows in constant memory (a Bloom filter): it never denies one that was added. */
export class KeyFilter {
  private bits: Uint32Array | undefined;

  /** True if nothing was ever added. */
  get isEmpty(): boolean {
    return this.bits === undefined;
  }

  add(tenant: string, key: string): void {
    this.bits ??= new Uint32Array(BITS / 32);
    for (const bit of placesOf(tenant, key)) this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** False if the address was never added; true if it perhaps was. */
  mayHave(tenant: string, key: string): boolean {
    const { bits } = this;
    return bits !== undefined && placesOf(tenant, key).every((bit) => (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0);
  }
}

/** Two bits of a 32-bit hash (FNV-1a) of tenant and key. */
function placesOf(tenant: string, key: string): readonly [number, number] {
  const hash = hashed(hashed(0x811c9dc5, tenant), key);
  return [(hash >>> 0) % BITS, (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % BITS];
}

function hashed(hash: number, text: string): number {
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
