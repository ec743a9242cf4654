import { MEN, SURNAMES, WOMEN } from './names.js';
import { Random } from './random.js';

/** Yields one name at a time, none twice. */
export function namesOf(seed: number): () => string {
  const random = Random.of(seed, 'names');
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = `${random.pick(random.chance(0.7) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`;
      if (!used.has(name)) return (used.add(name), name);
    }
  };
}

/** Phone numbers with leading zeros, which no subscriber has: a call can never reach anybody. */
export const phoneOf = (nr: number): string => `0000${String(1001 + ((nr * 7) % 8999))}`;

/** An address in a domain reserved for examples (RFC 2606): no mail can ever reach anybody. */
export const mailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z]+/g, '.')}@fjordvik.example`;
