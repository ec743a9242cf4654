import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { create as contentDisposition } from 'content-disposition';

interface GivenFile {
  /** File name when the user saves it; may contain any letters. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface StreamedFile extends Omit<GivenFile, 'bytes'> {
  readonly stream: Readable;
}

/** The answer of a `@FileRoute` whose bytes are made while they are sent. A failure ends the answer before its end. */
export const asStreamedFile = ({ name, type, stream }: StreamedFile): StreamableFile =>
  new StreamableFile(stream, { type, disposition: contentDisposition(name, { type: 'attachment' }) });

/** The answer of a `@FileRoute`: shown inline if the browser can, and saved under its name (RFC 6266). */
export const asFile = ({ name, type, bytes }: GivenFile): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: contentDisposition(name, { type: 'inline' }),
  });
