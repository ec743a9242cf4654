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
    const hash = hashOf(tenant, key);
    for (const bit of [firstBit(hash), secondBit(hash)]) this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** False if the address was never added; true if it perhaps was. */
  mayHave(tenant: string, key: string): boolean {
    if (this.bits === undefined) return false;
    const hash = hashOf(tenant, key);
    return this.has(firstBit(hash)) && this.has(secondBit(hash));
  }

  private has(bit: number): boolean {
    return (this.bits![bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

/** A 32-bit hash (FNV-1a) of tenant and key, of which two bits are made. */
const hashOf = (tenant: string, key: string): number => hashed(hashed(0x811c9dc5, tenant), key);
const firstBit = (hash: number): number => (hash >>> 0) % BITS;
const secondBit = (hash: number): number => (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % BITS;

function hashed(hash: number, text: string): number {
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
