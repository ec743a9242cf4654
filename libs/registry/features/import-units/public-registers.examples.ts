import { existsSync, readFileSync } from 'node:fs';
import type { GivenFile } from '../imports/files/read-table.js';

const SHARED = new URL('../../../../../shared/data/', import.meta.url);
const INVENTED = new URL('../../../../test/fixtures/import/', import.meta.url);

/** True where the public registers lie beside the project. In CI they must. */
export const hasPublicRegisters = (): boolean => {
  const there = existsSync(new URL('grunnskoler.json', SHARED));
  if (!there && process.env.CI === 'true') throw new Error('The public registers are missing: ../shared/data');
  return there;
};

export const publicRegister = (name: string): GivenFile => ({ name, bytes: readFileSync(new URL(name, SHARED)) });
export const inventedFile = (name: string): GivenFile => ({ name, bytes: readFileSync(new URL(name, INVENTED)) });
