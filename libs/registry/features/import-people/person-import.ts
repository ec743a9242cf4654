import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { isRefused, isSame, PersonId, ServiceId, ServiceUnitId, stableId, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, isHeld, type HeldRole, type RolePlace } from '../../contract/index.js';
import { PLACE_OF } from '../../domain/person/role-place.js';
import { PersonStreams, UnitStreams } from '../../streams/registry.streams.js';
import { ChangePerson } from '../change-person/change-person.command.js';
import { EndRole } from '../end-role/end-role.command.js';
import { GiveRole } from '../give-role/give-role.command.js';
import type { BadLine } from '../imports/bad-line.js';
import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable } from '../imports/files/table.js';
import { importContext, type Importer, type OnProgress } from '../imports/import.js';
import { inParallel } from '../imports/in-parallel.js';
import { RegisterPerson } from '../register-person/register-person.command.js';
import { parsePeople, type PersonLine, type RoleLine } from './parse-people.js';

export interface PersonImportOptions {
  readonly municipality: string;
  readonly skipBad?: boolean;
  readonly preview?: boolean;
}
export interface PersonImportReport {
  readonly lines: number;
  readonly bad: readonly BadLine[];
  /** Events that were written. */
  readonly events: number;
  readonly applied: boolean;
}
interface Placed extends PersonLine {
  readonly place: RolePlace;
}
/** Names of services and service units, in small letters, with their ids. */
interface Names {
  readonly services: ReadonlyMap<string, string>;
  readonly serviceUnits: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

const NOWHERE: RolePlace = { unitId: null, serviceId: null, serviceUnitId: null };
const PEOPLE_AT_A_TIME = 16;

/** Imports people with their roles; the same address (or, without one, the same name) is the same person. */
@Injectable()
export class PersonImport {
  constructor(
    private readonly people: PersonStreams,
    private readonly units: UnitStreams,
    private readonly directory: Directory,
    private readonly commands: CommandBus,
  ) {}

  /** Nothing is imported of a file with a bad line, unless bad lines are to be passed over. Run again, it goes on. */
  async run(
    given: GivenFile,
    { municipality, skipBad = false, preview = false }: PersonImportOptions,
    importer: Importer,
    onProgress: OnProgress = () => undefined,
  ): Promise<PersonImportReport> {
    const table = await readTable(given);
    if (isUnreadable(table)) {
      const { file, line, unreadable: rule } = table;
      return { lines: 0, bad: [{ file, line, rule }], events: 0, applied: false };
    }
    const parsed = parsePeople(table);
    const names = await this.names(municipality);
    const placed = await inParallel(parsed.people, PEOPLE_AT_A_TIME, (it) => this.place(it, municipality, names));
    const lines = table.rows.length;
    const bad = [...parsed.bad, ...placed.filter((it) => 'rule' in it)];
    if (preview || (bad.length > 0 && !skipBad)) return { lines, bad, events: 0, applied: false };
    const byPerson = Map.groupBy(
      placed.filter((it): it is Placed => !('rule' in it)),
      ({ email, name }) => email ?? name.toLowerCase(),
    );
    const done = await inParallel(
      [...byPerson],
      PEOPLE_AT_A_TIME,
      ([key, theirs]) => this.write(key, theirs, municipality, names, importer),
      (count) => onProgress(count, byPerson.size, 'write'),
    );
    return {
      lines,
      bad: [...bad, ...done.flatMap(({ refused }) => refused)],
      events: done.reduce((sum, { events }) => sum + events, 0),
      applied: true,
    };
  }

  private async names(municipality: string): Promise<Names> {
    const [services, serviceUnits, people] = await Promise.all([
      this.directory.services(municipality),
      this.directory.serviceUnits(municipality),
      this.directory.people(municipality),
    ]);
    const open = <T extends { name: string; closedOn: string | null }>(all: readonly T[], id: (it: T) => string) =>
      new Map(all.filter(({ closedOn }) => closedOn === null).map((it) => [it.name.toLowerCase(), id(it)]));
    return {
      services: open(services, ({ serviceId }) => serviceId),
      serviceUnits: open(serviceUnits, ({ serviceUnitId }) => serviceUnitId),
      people: new Map(people.flatMap(({ email, personId }) => (email ? [[email.toLowerCase(), personId]] : []))),
    };
  }

  private async place(person: PersonLine, of: string, names: Names): Promise<Placed | BadLine> {
    const { file, line, role } = person;
    const at = role?.place?.toLowerCase() ?? '';
    const kind = role ? PLACE_OF[role.role] : null;
    if (kind === null) return { ...person, place: NOWHERE };
    if (kind === 'unitId')
      return (await this.units.isOpen(at, of))
        ? { ...person, place: { ...NOWHERE, unitId: UnitId.parse(at) } }
        : { file, line, rule: 'UNIT_UNKNOWN' };
    const id = kind === 'serviceId' ? names.services.get(at) : names.serviceUnits.get(at);
    if (id === undefined) return { file, line, rule: 'SERVICE_UNKNOWN' };
    const place =
      kind === 'serviceId' ? { serviceId: ServiceId.parse(id) } : { serviceUnitId: ServiceUnitId.parse(id) };
    return { ...person, place: { ...NOWHERE, ...place } };
  }

  /** One command after another on the person's stream; counts the events. */
  private async write(key: string, theirs: readonly Placed[], of: string, names: Names, importer: Importer) {
    const commandId = stableId('import', of, 'person', key);
    const personId = PersonId.parse(names.people.get(key) ?? stableId(commandId, 'person'));
    const refused: BadLine[] = [];
    const { revision: before } = await this.people.load(personId, of);
    for (const [i, { file, line, name, email, title, role, place }] of theirs.entries()) {
      const { state, revision } = await this.people.load(personId, of);
      const known = state.status === 'registered' ? state : undefined;
      // A person's first line says who they are; what it says nothing of stays as it is.
      const first = {
        name,
        email: email ?? known?.details.email ?? null,
        title: title ?? known?.details.title ?? null,
      };
      const details = i === 0 || !known ? first : known.details;
      const context = importContext(importer, of, `person-${personId}`, revision, details);
      const answers: (Outcome | undefined)[] = [];
      if (!known) answers.push(await this.answer(new RegisterPerson(details, { ...context, commandId })));
      else if (!isSame(details, known.details))
        answers.push(await this.answer(new ChangePerson(personId, details, context)));
      const { revision: now } = await this.people.load(personId, of);
      const next =
        role &&
        roleStep(personId, role, place, known?.roles ?? [], importer, (asked) =>
          importContext(importer, of, `person-${personId}`, now, asked),
        );
      answers.push(next ? await this.answer(next) : undefined);
      if (answers.some((answer) => answer && isRefused(answer))) refused.push({ file, line, rule: 'REFUSED' });
    }
    const { revision: after } = await this.people.load(personId, of);
    return { refused, events: Number(after - before) };
  }

  private answer(command: Command<Outcome>): Promise<Outcome> {
    return this.commands.execute(command);
  }
}

/** Gives the role where it is not held, ends it where the file tells its last day; nothing where it is as the file says. */
function roleStep(
  personId: PersonId,
  { role, from, to }: RoleLine,
  place: RolePlace,
  roles: readonly HeldRole[],
  { today }: Importer,
  context: (asked: object) => CommandContext,
): Command<Outcome> | undefined {
  const held = roles.find(
    (it) =>
      it.role === role &&
      it.unitId === place.unitId &&
      it.serviceId === place.serviceId &&
      it.serviceUnitId === place.serviceUnitId &&
      (from === null ? isHeld(it, today) : it.from === from),
  );
  if (!held) {
    const body = { ...place, role, from: from ?? today, to };
    return new GiveRole(personId, body, context(body));
  }
  return to !== null && held.to !== to
    ? new EndRole(personId, held.roleId, { on: to }, context({ on: to }))
    : undefined;
}
