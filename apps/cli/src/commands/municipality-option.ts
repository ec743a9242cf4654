import { InvalidArgumentError } from 'commander';
import type { MunicipalityNumber } from '#platform/kernel';

/** The value of an option that takes four digits. */
export function municipality(text: string): MunicipalityNumber {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('a municipality number has four digits.');
  return text as MunicipalityNumber;
}
