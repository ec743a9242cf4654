import { createRequire } from 'node:module';
import type * as ClientLibrary from '@kurrent/kurrentdb-client';

const require = createRequire(import.meta.url);
let loaded: typeof ClientLibrary | undefined;

/**
 * The client library of KurrentDB, loaded at its first use: it is large, and an installation whose log is in PostgreSQL
 * never needs it.
 */
export const clientLibrary = (): typeof ClientLibrary =>
  (loaded ??= require('@kurrent/kurrentdb-client') as typeof ClientLibrary);
