/** Part by which the mails of a batch may be longer than the first, so that all lie in one piece of memory. */
const LONGER = 1.1;
/** Largest piece for more than one mail, in bytes. */
const MOST = 2 * 1024 * 1024;

/**
 * Bytes of a batch's mails, one after another in one piece of memory, or in a few: a piece for each mail would be freed
 * much later, since V8 does not see how large it is. A text is not kept once its bytes are made.
 */
export class AdjacentBuffers {
  private piece = Buffer.alloc(0);
  private end = 0;

  /** @param left how many texts are to come, at most */
  constructor(private left: number) {}

  /** @param text in ASCII */
  add(text: string): Buffer {
    if (this.end + text.length > this.piece.length) {
      const all = Math.ceil(text.length * (1 + (this.left - 1) * LONGER));
      this.piece = Buffer.allocUnsafeSlow(Math.max(text.length, Math.min(all, MOST)));
      this.end = 0;
    }
    this.left = Math.max(1, this.left - 1);
    const start = this.end;
    this.end += this.piece.write(text, start, 'latin1');
    return this.piece.subarray(start, this.end);
  }
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
