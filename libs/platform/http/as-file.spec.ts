import { expect, test } from '@jest/globals';
import { parse } from 'content-disposition';
import { asFile } from './as-file.js';

const headerOf = (name: string) =>
  String(asFile({ name, type: 'text/plain', bytes: new Uint8Array([1]) }).getHeaders().disposition);

test.each(['Protokoll Åsen skole 2026-11-10.pdf', 'Møte – «høst».pdf', 'a "quoted" \\ 100 %.pdf', 'plain.pdf'])(
  'a file is shown by the browser and saved as %s; the header is ASCII',
  (name) => {
    const header = headerOf(name);
    expect(parse(header)).toMatchObject({ type: 'inline', parameters: { filename: name } });
    expect(header).toMatch(/^[\x20-\x7e]*$/);
  },
);
