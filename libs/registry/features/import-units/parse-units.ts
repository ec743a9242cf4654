import { isOrganisationNumber } from '#platform/kernel';
import type { UnitDetails, UnitKind } from '../../contract/index.js';
import { LONGEST } from '../../contract/limits/index.js';
import type { BadLine } from '../imports/bad-line.js';
import type { Table, TableRow } from '../imports/files/table.js';
import { wrongText } from '../imports/wrong-text.js';
import { count, digits, flag, kindOf, municipalityOf, ownershipOf } from './read-cells.js';
import { unitColumns, type UnitColumns } from './unit-columns.js';

/** A unit as given in a file; missing values are null. */
export interface UnitLine {
  readonly file: string;
  readonly line: number;
  readonly unitId: string;
  /** Id of the tenant: the municipality's first number. */
  readonly tenant: string;
  readonly municipalityName: string | null;
  readonly details: UnitDetails;
}

/** Reason why a valid line is skipped. */
export type LeftOutReason =
  | 'OTHER_MUNICIPALITY'
  | 'NOT_ACTIVE'
  | 'OTHER_KIND_OF_UNIT'
  | 'IN_EARLIER_FILE'
  | 'REGISTERED_AS_OTHER_KIND'
  | 'NOT_CHOSEN';
export interface LeftOut {
  readonly file: string;
  readonly line: number;
  readonly reason: LeftOutReason;
}

export interface ParseOptions {
  /** Imports only the units of this tenant; a file without that column belongs to it as a whole. */
  readonly tenant?: string;
  /** Ids of the tenants whose number has changed, by each of their numbers. */
  readonly tenants?: ReadonlyMap<string, string>;
  /** Kind of every unit when the file does not give one. */
  readonly kind?: UnitKind;
}

export interface ParsedUnits {
  readonly units: readonly UnitLine[];
  readonly bad: readonly BadLine[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads the units of several files, in order; pure. Every line is a unit, bad, or left out with a reason. */
export function parseUnits(tables: readonly Table[], options: ParseOptions): ParsedUnits {
  const units: UnitLine[] = [];
  const bad: BadLine[] = [];
  const leftOut: LeftOut[] = [];
  const tableOf = new Map<string, Table>();
  for (const table of tables) {
    const { file } = table;
    const columns = unitColumns(table);
    bad.push(...table.unreadableRows.map((row) => ({ file, ...row })));
    for (const row of table.rows) {
      const { line } = row;
      const read = parseRow(columns, row, options);
      if ('leftOut' in read) leftOut.push({ file, line, reason: read.leftOut });
      else if ('bad' in read) bad.push(...read.bad.map((rule) => ({ file, line, rule })));
      else if (tableOf.get(read.unitId) === table) bad.push({ file, line, rule: 'ORGANISATION_NUMBER_TWICE' });
      else if (tableOf.has(read.unitId)) leftOut.push({ file, line, reason: 'IN_EARLIER_FILE' });
      else {
        tableOf.set(read.unitId, table);
        units.push({ file, line, ...read });
      }
    }
  }
  return { units, bad, leftOut };
}

type ReadRow = Omit<UnitLine, 'file' | 'line'> | { bad: BadLine['rule'][] } | { leftOut: LeftOutReason };

function parseRow(columns: UnitColumns, row: TableRow, options: ParseOptions): ReadRow {
  const municipality = municipalityOf(columns, row);
  const number = municipality.number || (columns.has('municipality') ? '' : (options.tenant ?? ''));
  const tenant = options.tenants?.get(number) ?? number;
  if (/^\d{4}$/.test(number) && options.tenant !== undefined && tenant !== options.tenant)
    return { leftOut: 'OTHER_MUNICIPALITY' };
  if (flag(columns.read(row, 'isActive')) === false) return { leftOut: 'NOT_ACTIVE' };
  const kind = kindOf(columns, row, options.kind);
  if (kind === 'other') return { leftOut: 'OTHER_KIND_OF_UNIT' };

  const unitId = digits(columns.read(row, 'unitId'), 9);
  const name = String(columns.read(row, 'name') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const area = columns.read(row, 'area');
  const ownership = ownershipOf(columns, row);
  const children = count(columns.read(row, 'children'));
  const bad: BadLine['rule'][] = [];
  if (!unitId) bad.push('ORGANISATION_NUMBER_MISSING');
  else if (!isOrganisationNumber(unitId)) bad.push('ORGANISATION_NUMBER_WRONG');
  if (!/^\d{4}$/.test(number)) bad.push('MUNICIPALITY_NUMBER_WRONG');
  if (!name) bad.push('NAME_MISSING');
  for (const wrong of new Set([
    wrongText(name, LONGEST.name),
    wrongText(area === null ? null : String(area), LONGEST.area),
  ]))
    if (wrong) bad.push(wrong);
  if (!kind) bad.push('KIND_UNREADABLE');
  if (!ownership) bad.push('OWNERSHIP_UNREADABLE');
  if (children === undefined) bad.push('NUMBER_UNREADABLE');
  if (bad.length > 0 || !kind || !ownership || children === undefined) return { bad };
  const details = { name, kind, ownership, children, area: area === null ? null : String(area) };
  return { unitId, tenant, municipalityName: municipality.name, details };
}
