import { nameKey } from '#platform/kernel';
import type { HeldRole, PersonDto } from '../../contract/index.js';
import { holdsAlready } from './role-change.js';
import type { PersonOption, PersonQuestion, PersonRole } from '../imports/person-question.js';
import type { PlacedLine } from './placed-line.js';

/** The fields of a registered person that are needed to recognise them. */
export type RegisteredPerson = Pick<PersonDto, 'personId' | 'name' | 'email' | 'title' | 'roles'>;

/** Answers by line. `new`: a person who is neither registered nor on an earlier line. */
export type PersonAnswers = ReadonlyMap<number, string>;
export const NEW_PERSON = 'new';

export interface IdentifiedPerson {
  /** Null for a new person. */
  readonly personId: string | null;
  readonly lines: readonly PlacedLine[];
}
export interface IdentifiedPeople {
  readonly people: readonly IdentifiedPerson[];
  /** Includes answered questions, so that an answer can be changed. */
  readonly questions: readonly PersonQuestion[];
}

interface Known {
  readonly registered: RegisteredPerson | null;
  readonly lines: PlacedLine[];
}

/**
 * Identifies the person of each line; pure. The same name with the same address is the same person, and so is the same
 * name without an address in a role that exactly one such person holds. When only the name or only the address is
 * known, it is a question: it may be a namesake, a shared address, a new address or a new name. People are merged or
 * duplicated only by an answer. Lines with an unanswered question belong to no person.
 */
export function identifyPeople(
  lines: readonly PlacedLine[],
  registered: readonly RegisteredPerson[],
  answers: PersonAnswers,
  today: string,
  placeNameOf: (role: HeldRole) => string | null,
): IdentifiedPeople {
  const known = new Set<Known>();
  const byName = new Map<string, Set<Known>>();
  const byEmail = new Map<string, Set<Known>>();
  const remember = (it: Known, { name, email }: { readonly name: string; readonly email: string | null }) => {
    known.add(it);
    addTo(byName, nameKey(name), it);
    if (email !== null) addTo(byEmail, email.toLowerCase(), it);
  };
  for (const person of registered) remember({ registered: person, lines: [] }, person);
  const questions: PersonQuestion[] = [];
  for (const group of groupsOf(lines)) {
    const [first] = group;
    const sameName = byName.get(nameKey(first.name)) ?? new Set<Known>();
    const sameEmail = (first.email !== null && byEmail.get(first.email)) || new Set<Known>();
    const certain =
      first.email === null ? holders(sameName, first, today) : [...sameEmail].filter((it) => sameName.has(it));
    const candidates = [...new Set([...sameName, ...sameEmail])];
    let chosen: Known | null | undefined =
      candidates.length === 0 ? null : certain.length === 1 ? certain[0] : undefined;
    if (chosen === undefined) {
      const options = candidates.map((it) => optionOf(it, today, placeNameOf));
      const givenAnswer = answers.get(first.line);
      const at = options.findIndex(({ answer }) => answer === givenAnswer);
      chosen = givenAnswer === NEW_PERSON ? null : candidates[at];
      const { line, file, name, email, title } = first;
      const answer = chosen === undefined ? null : givenAnswer!;
      questions.push({ line, file, name, email, title, roles: rolesOf(group), options, answer });
      if (chosen === undefined) continue;
    }
    const person: Known = chosen ?? { registered: null, lines: [] };
    person.lines.push(...group);
    remember(person, first);
  }
  const people = [...known]
    .filter((it) => it.lines.length > 0)
    .map((it) => ({ personId: it.registered?.personId ?? null, lines: it.lines.toSorted((a, b) => a.line - b.line) }));
  return { people, questions };
}

/** Lines with the same name and address form a group; a line without an address is a group of its own. */
function groupsOf(lines: readonly PlacedLine[]): readonly (readonly [PlacedLine, ...PlacedLine[]])[] {
  const keyOf = ({ name, email, line }: PlacedLine) => (email === null ? `line ${line}` : `${email} ${nameKey(name)}`);
  return [...Map.groupBy(lines, keyOf).values()] as unknown as readonly [PlacedLine, ...PlacedLine[]][];
}

/** People of the name that match the line: by its role, or by its title when it has no role. */
const holders = (sameName: ReadonlySet<Known>, line: PlacedLine, today: string): readonly Known[] =>
  [...sameName].filter(({ registered }) => {
    if (!registered) return false;
    if (line.role === null) return line.title === null || line.title === registered.title;
    return holdsAlready(registered.roles, line, today);
  });

function optionOf(
  { registered, lines }: Known,
  today: string,
  placeNameOf: (role: HeldRole) => string | null,
): PersonOption {
  if (registered) {
    const { personId, name, email, title } = registered;
    const roles = registered.roles
      .filter(({ to }) => to === null || to >= today)
      .map((role) => ({ role: role.role, place: placeNameOf(role) }));
    return { answer: personId, name, email, title, roles, line: null };
  }
  const { name, email, title, line } = lines[0]!;
  return { answer: `line-${line}`, name, email, title, roles: rolesOf(lines), line };
}

const rolesOf = (lines: readonly PlacedLine[]): readonly PersonRole[] =>
  lines.flatMap(({ role, placeName }) => (role === null ? [] : [{ role: role.role, place: placeName }]));

function addTo<Value>(map: Map<string, Set<Value>>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
