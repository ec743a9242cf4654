import { expect, test } from '@jest/globals';
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { ProblemError, type RefusedError } from '#platform/http';
import { LIMITS } from './files/table.js';
import { withBody } from './request-body.js';

const request = (...chunks: readonly Uint8Array[]) => Readable.from(chunks) as unknown as Request;
const FILE = Buffer.from('navn;tittel');
/** An import that runs until it is told to end. */
function begin() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const answer = withBody(request(FILE), (bytes) => ended.then(() => bytes.length));
  return { answer, end };
}
const isBusy = (answer: Promise<unknown>) =>
  expect(answer.catch((fault: RefusedError) => fault.refusal)).resolves.toEqual({
    refused: [{ rule: 'IMPORTS_BUSY' }],
  });

test('four imports run at a time, the next is refused, and each that ends admits one', async () => {
  const running = [begin(), begin(), begin(), begin()];
  await isBusy(withBody(request(FILE), () => Promise.resolve()));
  running[2]!.end();
  await expect(running[2]!.answer).resolves.toBe(FILE.length);
  const next = begin();
  await isBusy(withBody(request(FILE), () => Promise.resolve()));
  for (const { end } of [...running, next]) end();
  await expect(next.answer).resolves.toBe(FILE.length);
  await Promise.all(running.map(({ answer }) => answer));
});

test('an import that fails, is too large or is aborted admits the next as well', async () => {
  for (let i = 0; i < 8; i += 1) {
    await expect(withBody(request(FILE), () => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    const large = withBody(request(Buffer.alloc(LIMITS.bytes), FILE), () => Promise.resolve());
    await expect(large).rejects.toEqual(new ProblemError('too-large', { Connection: 'close' }));
    const broken = Readable.from(FILE);
    broken.destroy(new Error('the line is broken'));
    await expect(withBody(broken as unknown as Request, () => Promise.resolve())).rejects.toThrow('the line is broken');
  }
  await expect(withBody(request(FILE), ({ length }) => Promise.resolve(length))).resolves.toBe(FILE.length);
});
