import { hash } from 'node:crypto';

const SAMSPILL = Buffer.from('b3f7c0c252a05f0e9a536f3f3f1f6a11', 'hex');

/**
 * The same parts always give the same id, which makes a repeated command, import or reaction idempotent. A UUID of version
 * 5 (RFC 9562 § 5.5): the library for these takes five times as long, and a rebuild makes several for each event.
 */
export function stableId(...parts: readonly (string | number)[]): string {
  const sha = hash('sha1', Buffer.concat([SAMSPILL, Buffer.from(parts.join('\u001f'))]), 'hex');
  const variant = ((Number.parseInt(sha[16]!, 16) & 0b0011) | 0b1000).toString(16);
  return `${sha.slice(0, 8)}-${sha.slice(8, 12)}-5${sha.slice(13, 16)}-${variant}${sha.slice(17, 20)}-${sha.slice(20, 32)}`;
}
