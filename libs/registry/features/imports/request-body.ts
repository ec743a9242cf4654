import type { Request } from 'express';
import { LIMITS } from './files/table.js';

/**
 * The bytes of a request's body. Reading stops one byte after the limit: the file is then too large, and says so when it
 * is read. A body that was JSON has been parsed already, and is written out again.
 */
export async function bodyOf(request: Request): Promise<Uint8Array> {
  const parsed = request.body as unknown;
  if (Buffer.isBuffer(parsed)) return parsed;
  if (parsed !== undefined && request.is('application/json')) return Buffer.from(JSON.stringify(parsed, null, 1));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > LIMITS.bytes) break;
  }
  return Buffer.concat(chunks);
}
