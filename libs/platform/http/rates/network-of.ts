import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** The first four groups are the network, which a provider gives to one household, firm or machine. */
const NETWORK_GROUPS = 4;

/**
 * The part of an address that requests of one sender have in common: an IPv4 address, or the /64 network of an IPv6
 * address, in which a sender may choose any address.
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0]!.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [left, right] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, GROUPS - left!.length - (right?.length ?? 0))).fill('0');
  return [...left!, ...zeros, ...(right ?? [])]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
