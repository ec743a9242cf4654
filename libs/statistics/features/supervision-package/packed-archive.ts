import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive, written while it is read: never all of it is in memory. */
export interface PackedFile {
  readonly name: string;
  content(this: void): AsyncIterable<string>;
}

/** A manifest's entry about a file; `sha256` is of its content as it was packed. */
export interface PackedAs {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files have no time of their own, so that the same content gives the same bytes. */
const OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/**
 * A zip of the files, in their order, and last a manifest that is made of what was packed. When a file cannot be read,
 * the stream fails, and what was sent of it is no valid archive: its list of files comes last.
 */
export function packedArchive(
  files: readonly PackedFile[],
  manifest: { readonly name: string; readonly of: (packed: readonly PackedAs[]) => string },
): Readable {
  const zip = new ZipFile();
  // The library's types do not say that it is a stream of Node's own class.
  const archive = zip.outputStream as Readable;
  const packed: PackedAs[] = [];
  let reading: Readable | undefined;
  // A reader who goes away ends the reading too.
  archive.once('close', () => reading?.destroy());
  const add = (name: string, content: () => Readable) =>
    zip.addReadStreamLazy(name, OPTIONS, (give) => {
      const stream = content();
      // The library does not listen for failures of what it reads.
      stream.once('error', (error) => archive.destroy(error));
      reading = stream;
      give(null, stream);
    });
  for (const file of files) add(file.name, () => Readable.from(measured(file, packed)));
  add(manifest.name, () => Readable.from([Buffer.from(manifest.of(packed))]));
  zip.on('error', (error: Error) => archive.destroy(error));
  zip.end();
  return archive;
}

async function* measured({ name, content }: PackedFile, packed: PackedAs[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const text of content()) {
    const part = Buffer.from(text);
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  packed.push({ name, bytes, sha256: hash.digest('hex') });
}
