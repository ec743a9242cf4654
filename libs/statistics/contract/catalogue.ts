import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator } from './indicator.js';

const FILE = /^(\d{2}-[a-z-]+)\.[jt]s$/;

/**
 * Every indicator that is computed, by its number: each file of the folder whose name begins with two digits.
 * @throws when two have one number, or the number is not that of the file
 */
async function indicatorsIn(folder: string): Promise<readonly Indicator[]> {
  const names = readdirSync(folder).flatMap((file) => FILE.exec(file)?.[1] ?? []);
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      const { indicator } = (await import(`./indicators/${name}.js`)) as { indicator: Indicator };
      if (indicator.id !== Number(name.slice(0, 2))) throw new Error(`${name} has the number ${indicator.id}`);
      return indicator;
    }),
  );
  return found;
}

/** The indicators that are computed, by number (workflow § 3.6). */
export const INDICATORS: readonly Indicator[] = await indicatorsIn(join(import.meta.dirname, 'indicators'));

export const indicatorWith = (id: number): Indicator | undefined => INDICATORS.find((it) => it.id === id);
