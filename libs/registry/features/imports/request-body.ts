import type { Request } from 'express';
import { ProblemError } from '#platform/http';
import { LIMITS } from './files/table.js';

/** So much more is read and thrown away, so that one who is still sending gets to hear that it is too much. */
const HEARD_OUT = 5 * LIMITS.bytes;

/** The bytes of a request's body. Throws `too-large` where they are more than a file may be. */
export async function bodyOf(request: Request): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= LIMITS.bytes) chunks.push(chunk as Buffer);
    else if (length > HEARD_OUT) break;
  }
  if (length > LIMITS.bytes) throw new ProblemError('too-large', { Connection: 'close' });
  return Buffer.concat(chunks);
}
