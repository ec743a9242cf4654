import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflated = promisify(deflateRaw);
const VERSION = 20;
const UTF_8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: files have no time of their own, so that the same content gives the same bytes. */
const NO_DAY = 0x0021;

/** A zip file (APPNOTE 6.3) of these files, compressed, in their order; less than 4 GB in all. */
export async function zipFile(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name);
    const packed = await deflated(content);
    const about = aboutFile(content, packed, nameBytes);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, nameBytes, packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(VERSION, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    entries.push(entry, nameBytes);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The fields that a file's own header and its entry in the directory share. */
function aboutFile(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(UTF_8_NAMES, 2);
  about.writeUInt16LE(DEFLATED, 4);
  about.writeUInt16LE(NO_DAY, 8);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}
