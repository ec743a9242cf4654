import { readFileSync } from 'node:fs';
import type { GivenFile } from '../imports/files/read-table.js';

const FIXTURES = new URL('../../../../test/fixtures/', import.meta.url);

/** An extract of a public register; SOURCES.md beside the files gives origin and licence. */
export const publicRegister = (name: string): GivenFile => fixture(`registers/${name}`, name);
/** A fictional file for tests. */
export const inventedFile = (name: string): GivenFile => fixture(`import/${name}`, name);

const fixture = (path: string, name: string): GivenFile => ({ name, bytes: readFileSync(new URL(path, FIXTURES)) });
