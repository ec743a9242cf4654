import { StreamableFile } from '@nestjs/common';
import { create as contentDisposition } from 'content-disposition';

interface GivenFile {
  /** File name when the user saves it; may contain any letters. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The answer of a `@FileRoute`: shown inline if the browser can, and saved under its name (RFC 6266). */
export const asFile = ({ name, type, bytes }: GivenFile): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: contentDisposition(name, { type: 'inline' }),
  });
