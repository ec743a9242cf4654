import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable } from '../imports/files/table.js';
import { parseUnits, type ParsedUnits, type ParseOptions } from './parse-units.js';
import { UNIT_COLUMNS } from './unit-columns.js';

/** The units of a file, without importing them; a file that cannot be read is one bad line. */
export async function readUnits(given: GivenFile, options: ParseOptions): Promise<ParsedUnits> {
  const table = await readTable(given, UNIT_COLUMNS);
  if (!isUnreadable(table)) return parseUnits([table], options);
  const { file, unreadable: rule, line } = table;
  return { units: [], bad: [{ file, rule, ...(line !== undefined && { line }) }], leftOut: [] };
}
