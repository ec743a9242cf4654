import { isOrganisationNumber, type CalendarDate } from '#platform/kernel';
import type { Role } from '#platform/identity';
import { PLACE_OF } from '../../contract/place-of-role/index.js';
import type { PhoneNumber } from '../../contract/index.js';
import type { BadLine } from '../imports/bad-line.js';
import type { Table, TableRow } from '../imports/files/table.js';
import { wrongEmail, wrongText } from '../imports/wrong-text.js';
import { digits } from '../import-units/read-cells.js';
import { readPhone } from '../phone-text.js';
import { readDay } from './read-day.js';
import { roleOf } from './role-words.js';

/** A person as given in a line of a file, with the role if there is one. */
export interface PersonLine {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly phone: PhoneNumber | null;
  readonly role: RoleLine | null;
}
/** The place by number (unit) or by name (service, service unit); none for a role in the whole municipality. */
export interface RoleLine {
  readonly role: Role;
  readonly place: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

const COLUMNS = {
  name: ['navn', 'namn', 'fulltnavn', 'fulltnamn', 'name'],
  firstName: ['fornavn', 'førenamn', 'fornamn', 'firstname', 'givenname'],
  lastName: ['etternavn', 'etternamn', 'lastname', 'surname', 'familyname'],
  email: ['epost', 'epostadresse', 'epostadressa', 'email', 'mail'],
  phone: ['telefon', 'telefonnummer', 'tlf', 'mobil', 'mobiltelefon', 'phone'],
  title: ['tittel', 'stilling', 'title'],
  role: ['rolle', 'role'],
  unitId: ['orgnr', 'organisasjonsnummer', 'enhet', 'eining', 'unit'],
  serviceId: ['tjeneste', 'teneste', 'service'],
  serviceUnitId: ['virksomhet', 'verksemd', 'serviceunit'],
  from: ['fra', 'frå', 'fradato', 'frådato', 'from'],
  to: ['til', 'tildato', 'to'],
} as const;

/** The columns that an import of people reads. */
export const PERSON_COLUMNS: ReadonlySet<string> = new Set(Object.values(COLUMNS).flat());

/** Reads the people of a file; pure. A person with several roles has one line for each. */
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

type ReadCell = (column: keyof typeof COLUMNS) => string | null;

function parseRow({ cells }: TableRow): Omit<PersonLine, 'file' | 'line'> | { bad: BadLine['rule'][] } {
  const text: ReadCell = (column) => {
    const cell = COLUMNS[column].map((name) => cells.get(name)).find((it) => it !== null && it !== undefined);
    return cell === undefined || cell === null ? null : String(cell).replace(/\s+/g, ' ').trim() || null;
  };
  const [name, email, title, roleText] = [
    nameOf(text),
    text('email')?.toLowerCase() ?? null,
    text('title'),
    text('role'),
  ];
  const [from, to] = [readDay(text('from')), readDay(text('to'))];
  const phone = readPhone(text('phone') ?? '');
  const bad = new Set<BadLine['rule']>();
  if (!name) bad.add('NAME_MISSING');
  for (const wrong of [wrongText(name, 200), wrongText(title, 100), wrongEmail(email)]) if (wrong) bad.add(wrong);
  if (phone === undefined) bad.add('PHONE_WRONG');
  if (from === undefined || to === undefined || (from && to && to < from)) bad.add('DATE_WRONG');
  const role = roleText === null ? undefined : roleOf(roleText);
  if (roleText !== null && !role) bad.add('ROLE_UNREADABLE');
  const wanted = role ? PLACE_OF[role] : null;
  const place = wanted === null ? null : text(wanted);
  if (wanted !== null && place === null) bad.add('ROLE_PLACE_WRONG');
  if (wanted === 'unitId' && place !== null && !isOrganisationNumber(digits(place, 9)))
    bad.add('ORGANISATION_NUMBER_WRONG');
  if (bad.size > 0 || !name || phone === undefined || from === undefined || to === undefined) return { bad: [...bad] };
  const at = wanted === 'unitId' && place !== null ? digits(place, 9) : place;
  return { name, email, phone, title, role: role ? { role, place: at, from, to } : null };
}

/** «Nordmann, Ola» means Ola Nordmann, as does «Ola» with the family name in a column of its own. */
function nameOf(text: ReadCell): string | null {
  const [whole, first, last] = [text('name'), text('firstName'), text('lastName')];
  if (first !== null && last !== null && whole === null) return `${first} ${last}`;
  const name = whole ?? first ?? last;
  const [family = '', given = '', ...more] = name?.split(',').map((part) => part.trim()) ?? [];
  return given !== '' && family !== '' && more.length === 0 ? `${given} ${family}` : name;
}
