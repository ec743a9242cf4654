import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Paths to `dist/web` from the compiled file and from its source. */
const PLACES = ['../../../web', '../../../dist/web'];

/** Folder of the built pages; undefined when they have not been built and only the API is served. */
export function builtPages(): string | undefined {
  return PLACES.map((place) => join(import.meta.dirname, place)).find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
}
