import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;
const MOST_FILES = 2_000;

/**
 * True when everything in a zip file (an XLSX is one) unpacks to at most so many bytes. It is unpacked to see, within the
 * limit: what the file says of its own size may be a lie. False too for what is no zip file.
 */
export function unpacksWithin(bytes: Uint8Array, limit: number): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let left = limit;
    for (const packed of packedFiles(zip)) {
      if (packed.method !== DEFLATED) left -= packed.content.length;
      else left -= inflateRawSync(packed.content, { maxOutputLength: Math.max(left, 1) }).length;
      if (left < 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

function* packedFiles(zip: Buffer): Generator<{ method: number; content: Buffer }> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip file');
  const files = zip.readUInt16LE(end + 10);
  if (files > MOST_FILES) throw new Error('too many files in a zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < files; i += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('a broken zip file');
    const start = zip.readUInt32LE(at + 42);
    const content = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    yield { method: zip.readUInt16LE(at + 10), content: zip.subarray(content, content + zip.readUInt32LE(at + 20)) };
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
