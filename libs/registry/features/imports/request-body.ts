import type { Request } from 'express';
import { ProblemError, RefusedError } from '#platform/http';
import { refuse } from '#platform/kernel';
import { LIMITS } from './files/table.js';

/** Bytes read and discarded beyond the limit, so that a client that is still sending receives the refusal. */
const HEARD_OUT = 5 * LIMITS.bytes;

/** Each import holds its file and all its rows in memory. */
const MOST_AT_A_TIME = 4;
let running = 0;

/** Runs `work` with the request's file. Refused while so many imports run that memory might not suffice. */
export async function withBody<Answer>(
  request: Request,
  work: (bytes: Uint8Array) => Promise<Answer>,
): Promise<Answer> {
  if (running >= MOST_AT_A_TIME) throw new RefusedError(refuse('IMPORTS_BUSY'));
  running += 1;
  try {
    return await work(await bodyOf(request));
  } finally {
    running -= 1;
  }
}

/** The bytes of a request's body. Throws `too-large` when they exceed the limit for a file. */
async function bodyOf(request: Request): Promise<Uint8Array> {
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
