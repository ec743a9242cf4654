import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `dist/web` as seen from the compiled file, and from its source. */
const PLACES = ['../../../web', '../../../dist/web'];

/** Folder of the pages that the build has made; undefined where it has made none, and only the API is served. */
export function builtPages(): string | undefined {
  return PLACES.map((place) => join(import.meta.dirname, place)).find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
}
