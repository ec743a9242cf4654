import type { UnitDetails, UnitKind } from '../../contract/index.js';
import type { Cell, TableRow } from '../imports/files/table.js';
import type { UnitColumns } from './unit-columns.js';

const word = (cell: Cell): string => (cell === null ? '' : String(cell).trim().toLowerCase());

/** Digits as people write them: grouped by spaces, or as a number without its leading zeros. */
export const digits = (cell: Cell, length: number): string => {
  const text = word(cell).replace(/[\s\u00a0.]/g, '');
  return typeof cell === 'number' ? text.padStart(length, '0') : text;
};

/** Yes or no as registers write it; undefined when missing or unreadable. */
export function flag(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (['true', 'ja', 'j', '1', 'yes', 'sann'].includes(word(cell))) return true;
  return ['false', 'nei', 'n', '0', 'no', 'usann'].includes(word(cell)) ? false : undefined;
}

/** A whole number of children; null when missing, undefined when unreadable. */
export function count(cell: Cell): number | null | undefined {
  if (cell === null) return null;
  const text = word(cell).replace(/[\s\u00a0]/g, '');
  // Only digits: JavaScript would also read «1e3» and «0x10».
  const number = typeof cell === 'number' ? cell : /^\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isInteger(number) && number >= 0 && number < 100_000 ? number : undefined;
}

export function ownershipOf(columns: UnitColumns, row: TableRow): UnitDetails['ownership'] | undefined {
  const text = word(columns.read(row, 'ownership'));
  if (/privat/.test(text)) return 'private';
  if (/offentl|kommun|statl|public/.test(text)) return 'public';
  if (text) return undefined;
  const [isPrivate, isPublic] = [flag(columns.read(row, 'isPrivate')), flag(columns.read(row, 'isPublic'))];
  if (isPrivate === true || (isPrivate === undefined && isPublic === false)) return 'private';
  return isPublic === true || isPrivate === false ? 'public' : undefined;
}

/**
 * The kind from the row, else the one given for the whole file, else by the columns; `other` for upper secondary and
 * the like.
 */
export function kindOf(columns: UnitColumns, row: TableRow, ofFile?: UnitKind): UnitKind | 'other' | undefined {
  const text = word(columns.read(row, 'kind'));
  if (/barneha|kindergarten/.test(text)) return 'kindergarten';
  if (/vgs|videreg|vidaregå|folkehøg|høyskole|fagskole|voksen/.test(text)) return 'other';
  if (/skole|skule|school/.test(text)) return 'school';
  const [isSchool, isKindergarten] = [flag(columns.read(row, 'isSchool')), flag(columns.read(row, 'isKindergarten'))];
  if (isSchool === true) return 'school';
  if (isKindergarten === true) return 'kindergarten';
  if (isSchool === false || isKindergarten === false) return 'other';
  return text ? undefined : (ofFile ?? columns.kind);
}

/** The municipality's number; some exports have it in the name's column («3203 Asker»). */
export function municipalityOf(columns: UnitColumns, row: TableRow): { number: string; name: string | null } {
  const name = String(columns.read(row, 'municipalityName') ?? '').trim();
  const number = digits(columns.read(row, 'municipality'), 4);
  const [inName] = /^\d{4}/.exec(name) ?? [];
  const rest = name.slice(4).trimStart();
  const withoutDash = rest.startsWith('-') || rest.startsWith('–') ? rest.slice(1).trimStart() : rest;
  return { number: number || inName || '', name: (inName ? withoutDash : name) || null };
}
