const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  // UTF-32 begins like UTF-16, so it is checked first; no decoder reads it.
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** First bytes of formats often mistaken for text tables: XLS (and other OLE files), PDF, gzip, RTF. */
const NO_TEXT: readonly (readonly number[])[] = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];
const SAMPLED_BYTES = 4_096;

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);

/**
 * The text of a file: UTF-8 or UTF-16, with or without BOM; otherwise Windows-1252, as Excel writes it. Undefined when
 * the file is no text. A byte without a character in the encoding becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (NO_TEXT.some((start) => beginsWith(bytes, start))) return undefined;
  const [encoding] = BOMS.find(([, start]) => beginsWith(bytes, start)) ?? [];
  if (encoding === 'utf-32') return undefined;
  const found = encoding ?? utf16Without(bytes);
  if (found !== undefined) return new TextDecoder(found).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isDamagedUtf8(bytes)
      ? new TextDecoder('utf-8').decode(bytes)
      : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without BOM: in western text every second byte is zero, and hardly any of the others. */
function utf16Without(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length, SAMPLED_BYTES) >> 1;
  const zeros = [0, 0];
  for (let i = 0; i < 2 * pairs; i += 1) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const isMost = (count: number) => count > pairs / 2;
  if (bytes.length % 2 !== 0 || isMost(even) === isMost(odd)) return undefined;
  return isMost(odd) ? 'utf-16le' : 'utf-16be';
}

/**
 * True when more characters are valid UTF-8 than invalid: such a file was cut or damaged, and in Windows-1252 every ø
 * of it would become two other letters.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [right, wrong] = [0, 0];
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte < 0x80) i += 1;
    else if (byte >= 0xc2 && byte < 0xf5 && followersOf(bytes, i, more)) {
      right += 1;
      i += more + 1;
    } else {
      wrong += 1;
      i += 1;
    }
  }
  return right > wrong;
}

function followersOf(bytes: Uint8Array, at: number, count: number): boolean {
  for (let i = 1; i <= count; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
