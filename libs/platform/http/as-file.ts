import { StreamableFile } from '@nestjs/common';

interface GivenFile {
  /** What it is called where somebody keeps it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The answer of a `@FileRoute`: shown by the browser where it can, and kept under its name, in whatever letters (RFC 6266). */
export const asFile = ({ name, type, bytes }: GivenFile): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: `inline; filename="${plain(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });

/** For what reads ASCII only. */
const plain = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
