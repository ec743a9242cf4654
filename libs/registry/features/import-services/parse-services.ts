import { isOrganisationNumber, nameKey } from '#platform/kernel';
import type { ServiceKind } from '../../contract/index.js';
import type { BadLine } from '../imports/bad-line.js';
import type { Table, TableRow } from '../imports/files/table.js';
import { wrongEmail, wrongText } from '../imports/wrong-text.js';
import { digits, flag } from '../import-units/read-cells.js';

/** A support service as given in a line, and the unit that it serves if the line has one. */
export interface ServiceLine {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Null when not given: the service keeps its kind. */
  readonly kind: ServiceKind | null;
  /** The service unit that leads it, by name; null when not given. */
  readonly serviceUnit: string | null;
  readonly serves: ServesLine | null;
}
export interface ServesLine {
  readonly unitId: string;
  /** Mail address of the unit's contact in the service; null when not given. */
  readonly contact: string | null;
  readonly mustAttend: boolean;
}

const COLUMNS = {
  name: ['tjeneste', 'teneste', 'navn', 'namn', 'service', 'name'],
  kind: ['type', 'tjenestetype', 'tenestetype', 'kind'],
  serviceUnit: ['virksomhet', 'verksemd', 'serviceunit'],
  unitId: ['orgnr', 'organisasjonsnummer', 'enhet', 'eining', 'unit'],
  contact: ['kontakt', 'kontaktperson', 'epost', 'contact'],
  mustAttend: ['møteplikt', 'skalmøte', 'fast', 'mustattend'],
} as const;

/** The columns that an import of services reads. */
export const SERVICE_COLUMNS: ReadonlySet<string> = new Set(Object.values(COLUMNS).flat());

const KINDS: readonly (readonly [RegExp, ServiceKind])[] = [
  [/^ppt$|pedagogisk|pp-tjenest|pp-tenest/, 'ppt'],
  [/helse(søster|sykepleier|stasjon|sjukepleiar)|skolehelse|skulehelse|public-health-nurse/, 'public-health-nurse'],
  [/jordmor|midwife/, 'midwife'],
  [/fysio|physiotherapy/, 'physiotherapy'],
  [/ergo|occupational/, 'occupational-therapy'],
  [/ungdom|youth/, 'youth-service'],
  [/barnevern|child-welfare/, 'child-welfare'],
  [/psykolog|psychologist/, 'psychologist'],
  [/ekstern|external/, 'external'],
  [/^(annet|anna|andre|other)$/, 'other'],
];
/** Reads services and the units they serve; pure. A service has one line for each unit it serves. */
export function parseServices({ file, rows, unreadableRows }: Table): {
  readonly services: readonly ServiceLine[];
  readonly bad: readonly BadLine[];
} {
  const services: ServiceLine[] = [];
  const bad: BadLine[] = unreadableRows.map((row) => ({ file, ...row }));
  const served = new Set<string>();
  for (const row of rows) {
    const { line } = row;
    const read = parseRow(row);
    const pair = 'bad' in read || !read.serves ? null : `${nameKey(read.name)}/${read.serves.unitId}`;
    if ('bad' in read) bad.push(...read.bad.map((rule) => ({ file, line, rule })));
    else if (pair !== null && served.has(pair)) bad.push({ file, line, rule: 'SAID_TWICE' });
    else services.push({ file, line, ...read });
    if (pair !== null) served.add(pair);
  }
  return { services, bad };
}

function parseRow({ cells }: TableRow): Omit<ServiceLine, 'file' | 'line'> | { bad: BadLine['rule'][] } {
  const cell = (column: keyof typeof COLUMNS) =>
    COLUMNS[column].map((name) => cells.get(name)).find((it) => it !== null && it !== undefined) ?? null;
  const text = (column: keyof typeof COLUMNS) => {
    const text = cell(column);
    return text === null ? null : String(text).replace(/\s+/g, ' ').trim() || null;
  };
  const [name, saidKind, serviceUnit] = [text('name'), text('kind'), text('serviceUnit')];
  const contact = text('contact')?.toLowerCase() ?? null;
  const kind = saidKind === null ? null : KINDS.find(([words]) => words.test(saidKind.toLowerCase()))?.[1];
  const unitId = text('unitId') === null ? null : digits(cell('unitId'), 9);
  const bad: BadLine['rule'][] = [];
  if (!name) bad.push('NAME_MISSING');
  for (const wrong of new Set([wrongText(name, 200), wrongText(serviceUnit, 200), wrongEmail(contact)]))
    if (wrong) bad.push(wrong);
  if (kind === undefined) bad.push('SERVICE_KIND_UNREADABLE');
  if (unitId !== null && !isOrganisationNumber(unitId)) bad.push('ORGANISATION_NUMBER_WRONG');
  if (bad.length > 0 || !name || kind === undefined) return { bad };
  // Without a value, the service must attend, as services usually do.
  const serves = unitId === null ? null : { unitId, contact, mustAttend: flag(cell('mustAttend')) ?? true };
  return { name, kind, serviceUnit, serves };
}
