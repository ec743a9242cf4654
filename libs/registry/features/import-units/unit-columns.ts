import type { Cell, KnownColumns, Table, TableRow } from '../imports/files/table.js';

/**
 * Names (as `columnKey`) of the columns in public registers and their exports: Nasjonalt skoleregister, Nasjonalt
 * barnehageregister, Barnehagefakta, GSI, Brønnøysund. The first one present in a file is used.
 */
const COLUMNS = {
  unitId: ['orgnr', 'organisasjonsnummer', 'orgnummer', 'organisasjonsnr', 'orgno', 'organisationnumber'],
  name: ['navn', 'namn', 'fulltnavn', 'enhetsnavn', 'skolenavn', 'barnehagenavn', 'name'],
  municipality: ['kommunenr', 'kommunenummer', 'knr', 'municipalitynumber', 'municipality'],
  municipalityName: ['kommune', 'kommunenavn', 'municipalityname'],
  ownership: ['eierforhold', 'eierform', 'eierforholdnavn', 'eierformnavn', 'eigarforhold', 'eiertype', 'ownership'],
  isPrivate: ['erprivat', 'erprivatskole', 'erprivatbarnehage'],
  isPublic: ['eroffentlig', 'eroffentligskole', 'eroffentligbarnehage'],
  kind: ['type', 'enhetstype', 'kind', 'skoletype', 'institusjonstype'],
  isSchool: ['ergrunnskole', 'erskole'],
  isKindergarten: ['erbarnehage'],
  children: ['antall', 'tal', 'antallbarn', 'elevtall', 'antallelever', 'elever', 'barn', 'children'],
  area: ['område', 'omrade', 'omraade', 'area', 'bydel', 'bydelsnavn', 'sone'],
  isActive: ['eraktiv', 'aktiv', 'active'],
} as const;
export type UnitColumn = keyof typeof COLUMNS;

/** Yearly figures: `elevtall2024`, `barn2024`; the newest is used. */
const YEARLY_CHILDREN = /^(elevtall|barn|antallbarn|antallelever)(\d{4})$/;
/** Only a school has grades and pupils; only a kindergarten has children in its column names. */
const SCHOOL_COLUMN = /trinn|^elev|skole/;
const KINDERGARTEN_COLUMN = /^(antall)?barn|barnehage/;

const NAMES = new Set<string>(Object.values(COLUMNS).flat());
/** The columns that an import of units reads. */
export const UNIT_COLUMNS: KnownColumns = { has: (key) => NAMES.has(key) || YEARLY_CHILDREN.test(key) };

/** Maps the columns of this file to their meaning, once per file. */
export function unitColumns({ columns }: Pick<Table, 'columns'>) {
  const found = new Map<UnitColumn, string>();
  for (const [column, names] of Object.entries(COLUMNS) as [UnitColumn, readonly string[]][]) {
    const name = names.find((it) => columns.has(it));
    if (name !== undefined) found.set(column, name);
  }
  const yearly = [...columns].filter((name) => YEARLY_CHILDREN.test(name)).sort((a, b) => (year(a) < year(b) ? 1 : -1));
  if (!found.has('children') && yearly[0]) found.set('children', yearly[0]);
  const some = (pattern: RegExp) => [...columns].some((name) => pattern.test(name));
  const [school, kindergarten] = [some(SCHOOL_COLUMN), some(KINDERGARTEN_COLUMN)];
  return {
    has: (column: UnitColumn): boolean => found.has(column),
    /** Null when the file has no such column or the cell is empty. */
    read: ({ cells }: TableRow, column: UnitColumn): Cell => cells.get(found.get(column) ?? '') ?? null,
    /** The kind of unit by the columns, when only one kind has them. */
    kind: school === kindergarten ? undefined : school ? ('school' as const) : ('kindergarten' as const),
  };
}
export type UnitColumns = ReturnType<typeof unitColumns>;

const year = (name: string): string => YEARLY_CHILDREN.exec(name)?.[2] ?? '';
