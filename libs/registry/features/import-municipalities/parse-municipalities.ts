import type { MunicipalityDto } from '../../contract/index.js';
import type { BadLine } from '../imports/bad-line.js';
import type { Cell, Table, TableRow } from '../imports/files/table.js';
import { wrongText } from '../imports/wrong-text.js';
import { digits } from '../import-units/read-cells.js';

/** A municipality as given in a file. */
export interface MunicipalityLine {
  readonly file: string;
  readonly line: number;
  readonly number: string;
  readonly name: string;
  /** Null when not given in the file. */
  readonly languageForm: MunicipalityDto['languageForm'] | null;
}

const NUMBER = ['kommunenr', 'kommunenummer', 'knr', 'number'];
const NAME = ['navn', 'kommune', 'kommunenavn', 'name'];
const LANGUAGE_FORM = ['målform', 'malform', 'languageform'];
/** The columns that an import of municipalities reads. */
export const MUNICIPALITY_COLUMNS: ReadonlySet<string> = new Set([...NUMBER, ...NAME, ...LANGUAGE_FORM]);

const FORMS: ReadonlyMap<string, MunicipalityDto['languageForm']> = new Map([
  ['bokmål', 'nb'],
  ['nb', 'nb'],
  ['nynorsk', 'nn'],
  ['nn', 'nn'],
  ['nøytral', 'neutral'],
  ['neutral', 'neutral'],
]);

/** Reads the municipalities of a file; pure. */
export function parseMunicipalities({ file, columns, rows, unreadableRows }: Table): {
  readonly municipalities: readonly MunicipalityLine[];
  readonly bad: readonly BadLine[];
} {
  const named = (names: readonly string[]) => names.find((name) => columns.has(name)) ?? '';
  const [number, name, form] = [named(NUMBER), named(NAME), named(LANGUAGE_FORM)];
  const municipalities: MunicipalityLine[] = [];
  const bad: BadLine[] = unreadableRows.map((row) => ({ file, ...row }));
  const seen = new Set<string>();
  for (const row of rows) {
    const { line } = row;
    const read = parseRow(row, { number, name, form });
    if ('bad' in read) bad.push(...read.bad.map((rule) => ({ file, line, rule })));
    else if (seen.has(read.number)) bad.push({ file, line, rule: 'MUNICIPALITY_TWICE' });
    else {
      seen.add(read.number);
      municipalities.push({ file, line, ...read });
    }
  }
  return { municipalities, bad };
}

function parseRow(
  { cells }: TableRow,
  columns: { number: string; name: string; form: string },
): Omit<MunicipalityLine, 'file' | 'line'> | { bad: BadLine['rule'][] } {
  const text = (cell: Cell | undefined) => String(cell ?? '').trim();
  const number = digits(cells.get(columns.number) ?? null, 4);
  const name = text(cells.get(columns.name));
  const form = text(cells.get(columns.form)).toLowerCase();
  const languageForm = form === '' ? null : FORMS.get(form);
  const bad: BadLine['rule'][] = [];
  if (!/^\d{4}$/.test(number)) bad.push('MUNICIPALITY_NUMBER_WRONG');
  if (!name) bad.push('NAME_MISSING');
  const wrong = wrongText(name, 100);
  if (wrong) bad.push(wrong);
  if (languageForm === undefined) bad.push('LANGUAGE_FORM_UNREADABLE');
  return bad.length > 0 || languageForm === undefined ? { bad } : { number, name, languageForm };
}
