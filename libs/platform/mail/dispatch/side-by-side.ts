/**
 * Bytes of ASCII texts, one after another in one piece of memory: a piece for each mail of a batch would be freed much
 * later, since V8 does not see how large it is.
 */
export function sideBySide(texts: readonly string[]): readonly Buffer[] {
  const all = Buffer.allocUnsafeSlow(texts.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  return texts.map((text) => all.subarray(end, (end += all.write(text, end, 'latin1'))));
}

/** The bytes of all parts as one: their own memory where they are side by side in it, otherwise a copy. */
export function joined(parts: readonly Buffer[]): Buffer {
  const [first] = parts;
  if (!first) return Buffer.alloc(0);
  let end = first.byteOffset;
  for (const part of parts) {
    if (part.buffer !== first.buffer || part.byteOffset !== end) return Buffer.concat(parts);
    end += part.length;
  }
  return Buffer.from(first.buffer, first.byteOffset, end - first.byteOffset);
}
