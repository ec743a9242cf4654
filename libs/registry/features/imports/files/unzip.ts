import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_FILES = 2_000;

/**
 * The requested files of a zip file (such as an XLSX) by name, together unpacked to at most this many bytes; undefined
 * when there are more bytes, or when it is no zip file. The limit applies while unpacking, since the declared sizes may
 * be false.
 */
export function unzip(
  bytes: Uint8Array,
  limit: number,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer> | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Buffer>();
  let left = limit;
  try {
    for (const { name, method, packed } of packedFiles(zip)) {
      if (!isWanted(name)) continue;
      if (method !== STORED && method !== DEFLATED) return undefined;
      const content = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
      left -= content.length;
      if (left < 0) return undefined;
      files.set(name, content);
    }
    return files;
  } catch {
    return undefined;
  }
}

function* packedFiles(zip: Buffer): Generator<{ name: string; method: number; packed: Buffer }> {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('not a zip file');
  const files = zip.readUInt16LE(end + 10);
  if (files > MOST_FILES) throw new Error('too many files in a zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < files; i += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('a broken zip file');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    const start = zip.readUInt32LE(at + 42);
    const content = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    yield {
      name,
      method: zip.readUInt16LE(at + 10),
      packed: zip.subarray(content, content + zip.readUInt32LE(at + 20)),
    };
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
