import { isSame, type CalendarDate } from '#platform/kernel';
import { isHeld, nameOn, type PersonDto } from '#registry/contract';
import type { SamePerson } from './merger.js';
import type { MergerParty } from './merger-party.js';

/** Records that several of the municipalities have, and the treatment of each. */
export interface Collisions {
  readonly samePeople: readonly SamePerson[];
  /** Sentences: what is done without being asked. */
  readonly done: readonly string[];
  /** Sentences: what a person must decide first. While there are any, nothing is written. */
  readonly open: readonly string[];
}

export interface Decisions {
  /** The municipality whose settings, school calendars and form of Norwegian the new one gets. */
  readonly settingsOf?: string;
  readonly unitOf: ReadonlyMap<string, string>;
}

/** Compares the municipalities; `day` is the day of the merger. */
export function collisionsOf(parties: readonly MergerParty[], decisions: Decisions, day: CalendarDate): Collisions {
  const nameOf = ({ municipality }: MergerParty) => nameOn(municipality, day);
  const people = samePeople(parties, nameOf);
  const differing = settingsThatDiffer(parties);
  return {
    samePeople: people.samePeople,
    done: [
      ...people.done,
      ...shared(parties, nameOf, 'services', ({ services }) => services.map(({ name }) => name)),
      ...shared(parties, nameOf, 'service units', ({ serviceUnits }) => serviceUnits.map(({ name }) => name)),
      ...areas(parties, nameOf),
      ...coordinators(parties, day),
      ...(differing.size > 0 ? settingsTaken(parties, decisions, nameOf) : []),
    ],
    open: [...people.open, ...units(parties, decisions, nameOf), ...settings(parties, differing, decisions, nameOf)],
  };
}

type NameOf = (party: MergerParty) => string;

/** Everything that several of the municipalities have, by a key. */
function inSeveral<T>(
  parties: readonly MergerParty[],
  of: (party: MergerParty) => readonly T[],
  keyOf: (it: T) => string | null,
) {
  const found = new Map<string, { readonly party: MergerParty; readonly it: T }[]>();
  for (const party of parties)
    for (const it of of(party)) {
      const key = keyOf(it);
      if (key !== null) found.set(key, [...(found.get(key) ?? []), { party, it }]);
    }
  return [...found].filter(([, all]) => new Set(all.map(({ party }) => party)).size > 1);
}

function samePeople(parties: readonly MergerParty[], nameOf: NameOf) {
  const ofAddress = ({ email }: PersonDto) => email?.toLowerCase() ?? null;
  const same: SamePerson[] = [];
  const done: string[] = [];
  const open: string[] = [];
  const joined = new Set<string>();
  for (const [address, all] of inSeveral(parties, ({ people }) => people, ofAddress)) {
    const where = listOf(all.map(({ party, it }) => `${it.name} in ${nameOf(party)}`));
    const [first, ...others] = all;
    const isOne = all.every(({ it }) => keyOf(it.name) === keyOf(first!.it.name));
    const isOnce = new Set(all.map(({ party }) => party)).size === all.length;
    if (!isOne || !isOnce) {
      open.push(
        `The mail address ${address} belongs to ${where}. Correct it in the municipalities, so that one address is one person.`,
      );
      continue;
    }
    for (const { party, it } of others)
      same.push({ kept: first!.it.personId, replaced: it.personId, tenant: party.municipality.id, name: it.name });
    for (const { it } of all) joined.add(it.personId);
    done.push(
      `${first!.it.name} <${address}> is in ${namesOf(all, nameOf)}: becomes one person, with the roles of all.`,
    );
  }
  const others = inSeveral(
    parties,
    ({ people }) => people.filter(({ personId }) => !joined.has(personId)),
    ({ name }) => keyOf(name),
  );
  for (const [, all] of others)
    done.push(
      `${all[0]!.it.name} is in ${namesOf(all, nameOf)}, without the same mail address: stay different people.`,
    );
  return { samePeople: same, done, open };
}

const units = (parties: readonly MergerParty[], { unitOf }: Decisions, nameOf: NameOf): readonly string[] =>
  inSeveral(
    parties,
    (party) => party.units,
    ({ unitId }) => unitId,
  )
    .filter(([unitId, all]) => !all.some(({ party }) => party.municipality.id === unitOf.get(unitId)))
    .map(
      ([unitId, all]) =>
        `The unit ${unitId} is registered in ${namesOf(all, nameOf)}. Say whose details count: ` +
        all.map(({ party }) => `--unit-of ${unitId}=${party.municipality.id}`).join(' or '),
    );

function settings(
  parties: readonly MergerParty[],
  differing: ReadonlySet<string>,
  { settingsOf }: Decisions,
  nameOf: NameOf,
): readonly string[] {
  if (new Set(parties.map(({ municipality }) => municipality.demo)).size > 1)
    return ['Some of the municipalities are marked as demo data and others are not. They cannot be merged.'];
  if (differing.size === 0 || parties.some(({ municipality }) => municipality.id === settingsOf)) return [];
  const options = parties.map((party) => `--settings-of ${party.municipality.id} (${nameOf(party)})`);
  return [
    `The settings differ: ${[...differing].join(', ')}. Say whose the new municipality gets: ${options.join(' or ')}`,
  ];
}

function settingsThatDiffer([first, ...others]: readonly MergerParty[]): ReadonlySet<string> {
  const differing = new Set<string>();
  for (const other of others) {
    const [ours, theirs] = [first!, other].map(
      ({ municipality }) => new Map<string, unknown>(Object.entries(municipality.settings)),
    );
    for (const name of new Set([...ours!.keys(), ...theirs!.keys()]))
      if (!isSame(ours!.get(name), theirs!.get(name))) differing.add(name);
    if (!isSame(first!.calendars, other.calendars)) differing.add('school calendars');
    if (first!.municipality.languageForm !== other.municipality.languageForm) differing.add('form of Norwegian');
  }
  return differing;
}

const settingsTaken = (parties: readonly MergerParty[], { settingsOf }: Decisions, nameOf: NameOf): readonly string[] =>
  parties
    .filter(({ municipality }) => municipality.id === settingsOf)
    .map(
      (party) => `The settings and school calendars of ${nameOf(party)} are taken, also for figures of earlier months.`,
    );

const shared = (
  parties: readonly MergerParty[],
  nameOf: NameOf,
  what: string,
  names: (party: MergerParty) => readonly string[],
): readonly string[] =>
  inSeveral(parties, names, keyOf).map(
    ([, all]) =>
      `${all.length} ${what} are called ${all[0]!.it} (${namesOf(all, nameOf)}): stay apart. Rename them afterwards.`,
  );

const areas = (parties: readonly MergerParty[], nameOf: NameOf): readonly string[] =>
  inSeveral(parties, (party) => [...new Set(party.units.flatMap(({ area }) => area ?? []))], keyOf).map(
    ([, all]) => `The area ${all[0]!.it} is in ${namesOf(all, nameOf)}: becomes one area.`,
  );

function coordinators(parties: readonly MergerParty[], day: CalendarDate): readonly string[] {
  const all = parties.flatMap(({ people }) =>
    people.filter(({ roles }) => roles.some((role) => role.role === 'coordinator' && isHeld(role, day))),
  );
  return all.length > 1
    ? [`${listOf(all.map(({ name }) => name))} stay coordinators, now of the whole municipality.`]
    : [];
}

const keyOf = (name: string): string => name.trim().toLocaleLowerCase('nb').replaceAll(/\s+/g, ' ');
const namesOf = (all: readonly { readonly party: MergerParty }[], nameOf: NameOf): string =>
  listOf([...new Set(all.map(({ party }) => nameOf(party)))]);
const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
