import { z } from 'zod';
import { holdsNationalNumber, isOrganisationNumber, type CalendarDate } from '#platform/kernel';
import type { Role } from '#platform/identity';
import { PLACE_OF } from '../../domain/person/role-place.js';
import type { PhoneNumber } from '../../contract/index.js';
import type { BadLine, BadLineRule } from '../imports/bad-line.js';
import type { Table, TableRow } from '../imports/files/table.js';
import { readPhone } from '../phone-text.js';
import { digits } from '../import-units/read-cells.js';

/** A person as a line of a file says they are, with the role it names, if any. */
export interface PersonLine {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly phone: PhoneNumber | null;
  readonly role: RoleLine | null;
}
/** The place by its number (unit) or by its name (service, service unit); a role in the whole municipality has none. */
export interface RoleLine {
  readonly role: Role;
  readonly place: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

const COLUMNS = {
  name: ['navn', 'namn', 'name'],
  email: ['epost', 'epostadresse', 'email', 'mail'],
  phone: ['telefon', 'telefonnummer', 'tlf', 'mobil', 'mobiltelefon', 'phone'],
  title: ['tittel', 'stilling', 'title'],
  role: ['rolle', 'role'],
  unitId: ['orgnr', 'organisasjonsnummer', 'enhet', 'eining', 'unit'],
  serviceId: ['tjeneste', 'teneste', 'service'],
  serviceUnitId: ['virksomhet', 'verksemd', 'serviceunit'],
  from: ['fra', 'frå', 'fradato', 'from'],
  to: ['til', 'tildato', 'to'],
} as const;

/** The columns that an import of people reads. */
export const PERSON_COLUMNS: ReadonlySet<string> = new Set(Object.values(COLUMNS).flat());

const ROLES: Readonly<Record<string, Role>> = {
  rektor: 'unit-leader',
  styrer: 'unit-leader',
  enhetsleder: 'unit-leader',
  møteansvarlig: 'meeting-chair',
  møteleder: 'meeting-chair',
  lærer: 'teacher',
  kontaktlærer: 'teacher',
  'pedagogisk leder': 'teacher',
  tjeneste: 'service-member',
  tjenestemedlem: 'service-member',
  virksomhetsleder: 'service-unit-leader',
  koordinator: 'coordinator',
  direktør: 'director',
  kommunedirektør: 'director',
  folkevalgt: 'elected',
  personvernombud: 'auditor',
};
const isRole = (text: string): text is Role => text in PLACE_OF;
const Email = z.email().max(254);

/** Reads the people of a file; pure. A person with several roles has a line for each. */
export function parsePeople({ file, rows, unreadableRows }: Table): {
  people: readonly PersonLine[];
  bad: readonly BadLine[];
} {
  const people: PersonLine[] = [];
  const bad: BadLine[] = unreadableRows.map((row) => ({ file, ...row }));
  for (const row of rows) {
    const { line } = row;
    const read = parseRow(row);
    if ('bad' in read) bad.push(...read.bad.map((rule) => ({ file, line, rule })));
    else people.push({ file, line, ...read });
  }
  return { people, bad };
}

function parseRow({ cells }: TableRow): Omit<PersonLine, 'file' | 'line'> | { bad: BadLineRule[] } {
  const text = (column: keyof typeof COLUMNS) => {
    const cell = COLUMNS[column].map((name) => cells.get(name)).find((it) => it !== null && it !== undefined);
    return cell === undefined || cell === null ? null : String(cell).replace(/\s+/g, ' ').trim() || null;
  };
  const [name, email, title, said] = [text('name'), text('email')?.toLowerCase() ?? null, text('title'), text('role')];
  const [from, to] = [dayOf(text('from')), dayOf(text('to'))];
  const phone = readPhone(text('phone') ?? '');
  const bad: BadLineRule[] = [];
  if (!name) bad.push('NAME_MISSING');
  if ((name?.length ?? 0) > 200 || (title?.length ?? 0) > 100) bad.push('TEXT_TOO_LONG');
  if (holdsNationalNumber(name ?? '') || holdsNationalNumber(title ?? '')) bad.push('NATIONAL_NUMBER');
  if (email !== null && !Email.safeParse(email).success) bad.push('EMAIL_WRONG');
  if (phone === undefined) bad.push('PHONE_WRONG');
  if (from === undefined || to === undefined || (from && to && to < from)) bad.push('DATE_WRONG');
  const word = said?.toLowerCase() ?? '';
  const role = isRole(word) ? word : ROLES[word];
  if (said !== null && !role) bad.push('ROLE_UNREADABLE');
  const wanted = role ? PLACE_OF[role] : null;
  const place = wanted === null ? null : text(wanted);
  if (wanted !== null && place === null) bad.push('ROLE_PLACE_WRONG');
  if (wanted === 'unitId' && place !== null && !isOrganisationNumber(digits(place, 9)))
    bad.push('ORGANISATION_NUMBER_WRONG');
  if (bad.length > 0 || !name || phone === undefined || from === undefined || to === undefined) return { bad };
  const at = wanted === 'unitId' && place !== null ? digits(place, 9) : place;
  return { name, email, phone, title, role: role ? { role, place: at, from, to } : null };
}

/** A day as people write it; null where nothing is said, undefined where it is no day. */
function dayOf(text: string | null): CalendarDate | null | undefined {
  if (text === null) return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return z.iso.date().safeParse(iso).success ? (iso as CalendarDate) : undefined;
}
