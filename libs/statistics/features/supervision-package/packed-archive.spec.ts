import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { packedArchive, type PackedAs, type PackedFile } from './packed-archive.js';

const file = (name: string, ...parts: readonly string[]): PackedFile => ({
  name,
  async *content() {
    for (const part of parts) yield await Promise.resolve(part);
  },
});
const MANIFEST = { name: 'manifest.json', of: (packed: readonly PackedAs[]) => JSON.stringify(packed) };

async function bytesOf(files: readonly PackedFile[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of packedArchive(files, MANIFEST)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a packed archive', () => {
  test('measures each file as it was packed, for the manifest', async () => {
    let seen: readonly PackedAs[] = [];
    const of = (packed: readonly PackedAs[]) => {
      seen = packed;
      return '';
    };
    for await (const _ of packedArchive([file('a', 'æ', 'b'), file('b')], { name: 'm', of }));
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(seen).toEqual([
      { name: 'a', bytes: 3, sha256: sha256('æb') },
      { name: 'b', bytes: 0, sha256: sha256('') },
    ]);
  });

  test('of the same content has the same bytes', async () => {
    const [one, other] = [await bytesOf([file('a', 'x')]), await bytesOf([file('a', 'x')])];
    expect(one.equals(other)).toBe(true);
  });

  test('reads a file only when the one before it has been sent', async () => {
    const large = 'abcdefgh'.repeat(1_000).concat(String(Math.PI));
    let hasBegun = false;
    const second: PackedFile = {
      name: 'second',
      async *content() {
        hasBegun = true;
        yield await Promise.resolve('');
      },
    };
    const endless: PackedFile = {
      name: 'endless',
      async *content() {
        // Incompressible, so that the reader has to take it.
        for (let i = 0; ; i += 1) yield createHash('sha512').update(`${large}${i}`).digest('base64').repeat(200);
      },
    };
    const archive = packedArchive([endless, second], MANIFEST);
    await archive[Symbol.asyncIterator]().next();
    expect(hasBegun).toBe(false);
    archive.destroy();
  });

  test('fails when a file cannot be read, without a list of its files', async () => {
    const chunks: Buffer[] = [];
    const broken: PackedFile = {
      name: 'broken',
      async *content() {
        yield await Promise.resolve('so far');
        throw new Error('The table is gone');
      },
    };
    const reading = async () => {
      for await (const chunk of packedArchive([file('a', 'x'), broken], MANIFEST)) chunks.push(chunk as Buffer);
    };
    await expect(reading()).rejects.toThrow('The table is gone');
    expect(Buffer.concat(chunks).includes('PK\x05\x06', 0, 'latin1')).toBe(false);
  });

  test('stops reading when its reader goes away', async () => {
    let hasEnded = false;
    const endless: PackedFile = {
      name: 'endless',
      async *content() {
        try {
          for (let i = 0; ; i += 1) yield createHash('sha512').update(String(i)).digest('hex').repeat(500);
        } finally {
          hasEnded = true;
        }
      },
    };
    const archive = packedArchive([endless], MANIFEST);
    await archive[Symbol.asyncIterator]().next();
    archive.destroy();
    for (let i = 0; i < 1_000 && !hasEnded; i += 1) await setImmediate();
    expect(hasEnded).toBe(true);
  });
});
