import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Indicator } from './indicator.js';

const FILE = /^\d{2}-[a-z0-9-]+\.[jt]s$/;

/**
 * The indicators of a folder, by number: each file whose name begins with two digits.
 * @throws when the number of an indicator is not that of its file, or two have the same
 */
export async function indicatorsIn(folder: string): Promise<readonly Indicator[]> {
  const files = readdirSync(folder).filter((file) => FILE.test(file));
  const found = await Promise.all(
    files.toSorted().map(async (file) => {
      const { href } = pathToFileURL(join(folder, file));
      const { indicator } = (await import(href)) as { readonly indicator: Indicator };
      if (indicator.id !== Number(file.slice(0, 2))) throw new Error(`${file} has the number ${indicator.id}`);
      return indicator;
    }),
  );
  if (new Set(found.map(({ id }) => id)).size < found.length)
    throw new Error(`Two indicators of ${folder} have one number`);
  return found;
}

/** The indicators that are computed, by number (workflow § 3.6). */
export const INDICATORS: readonly Indicator[] = await indicatorsIn(join(import.meta.dirname, 'indicators'));

export const indicatorWith = (id: number): Indicator | undefined => INDICATORS.find((it) => it.id === id);

/** @throws when no indicator with this number is computed */
export function indicatorNumbered(id: number): Indicator {
  const indicator = indicatorWith(id);
  if (!indicator) throw new Error(`Indicator ${id} is not computed`);
  return indicator;
}
