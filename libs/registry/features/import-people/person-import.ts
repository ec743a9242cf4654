import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import {
  isRefused,
  nameKey,
  PersonId,
  ServiceId,
  ServiceUnitId,
  stableId,
  UnitId,
  type CalendarDate,
} from '#platform/kernel';
import type { Outcome } from '#platform/streams';
import { Directory, isClosedOn, type Closures, type RolePlace } from '../../contract/index.js';
import { PLACE_OF } from '../../contract/place-of-role/index.js';
import { roleNeedsPlaceOn } from '../../domain/person/role-place.js';
import { PersonStreams, UnitStreams } from '../../streams/registry.streams.js';
import { ChangePerson } from '../change-person.js';
import { EndRole } from '../end-role.js';
import { GiveRole } from '../give-role.js';
import type { BadLine } from '../imports/bad-line.js';
import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable, linesOf, type UnreadableFile } from '../imports/files/table.js';
import { importContext, type Importer, type OnProgress } from '../imports/import.js';
import { digestOf, isHeldBack, isOutdated } from '../imports/import-preview.js';
import type { ImportOptions, ImportReport } from '../imports/import-report.js';
import { refusedRule } from '../imports/refused-rule.js';
import { inParallel } from '../imports/in-parallel.js';
import { RegisterPerson } from '../register-person.js';
import { SetPhone } from '../set-phone.js';
import { identifyPeople, type IdentifiedPerson, type RegisteredPerson, type PersonAnswers } from './identify-people.js';
import { parsePeople, PERSON_COLUMNS, type PersonLine } from './parse-people.js';
import type { PersonQuestion } from '../imports/person-question.js';
import type { PlacedLine } from './placed-line.js';
import { planPerson, type PersonStep, type PlannedPerson } from './plan-person.js';

export interface PersonImportOptions extends ImportOptions {
  readonly tenant: string;
  /** Answers to the questions of a preview. */
  readonly answers?: PersonAnswers;
}
export interface PersonImportReport extends ImportReport {
  readonly questions: readonly PersonQuestion[];
  /** Number of events written. */
  readonly events: number;
}
interface Named {
  readonly id: string;
  readonly name: string;
}
/** Registered places and people by `nameKey`; units by number. */
interface Known {
  readonly units: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, Named>;
  readonly serviceUnits: ReadonlyMap<string, Named>;
  readonly people: readonly RegisteredPerson[];
  /** Names of units, services and service units by id, closed ones too. */
  readonly placeNames: ReadonlyMap<string, string>;
}
interface Planned extends PlannedPerson {
  readonly personId: PersonId;
  /** Id of the command that registers the person; the person's id derives from it. */
  readonly registration: string;
  readonly revision: bigint;
}

const NOWHERE: RolePlace = { unitId: null, serviceId: null, serviceUnitId: null };
const PEOPLE_AT_A_TIME = 16;
const NO_ANSWERS: PersonAnswers = new Map();

/** Imports people with their roles. `identifyPeople` decides which person a line refers to, or asks. */
@Injectable()
export class PersonImport {
  constructor(
    private readonly people: PersonStreams,
    private readonly units: UnitStreams,
    private readonly directory: Directory,
    private readonly commands: CommandBus,
  ) {}

  /** A file with a bad line is not imported at all, unless bad lines are to be skipped. Running it again continues. */
  async run(
    given: GivenFile,
    options: PersonImportOptions,
    importer: Importer,
    onProgress: OnProgress = () => undefined,
  ): Promise<PersonImportReport> {
    const table = await readTable(given, PERSON_COLUMNS);
    if (isUnreadable(table)) return unreadable(table);
    const { tenant } = options;
    const parsed = parsePeople(table);
    const known = await this.known(tenant, importer.today);
    const placed = await inParallel(parsed.people, PEOPLE_AT_A_TIME, (it) =>
      this.place(it, tenant, known, importer.today),
    );
    const right = placed.filter((it): it is PlacedLine => !('rule' in it));
    const registered = await this.withJustRegistered(known.people, right, tenant);
    const { people, questions } = identifyPeople(
      right,
      registered,
      options.answers ?? NO_ANSWERS,
      importer.today,
      ({ unitId, serviceId, serviceUnitId }) =>
        known.placeNames.get(unitId ?? serviceId ?? serviceUnitId ?? '') ?? unitId,
    );
    const planned = await this.planAll(people, tenant, importer, (done) => onProgress(done, people.length, 'compare'));
    const writes = planned.filter(({ steps }) => steps.length > 0);
    const digest = digestOf(writes.map(({ personId, revision, steps }) => ({ personId, revision, steps })));
    const itemOf = ({ personId, name, changes }: Planned) => ({ id: personId, name, changes });
    const report: PersonImportReport = {
      lines: linesOf(table),
      bad: [...parsed.bad, ...placed.filter((it) => 'rule' in it), ...planned.flatMap(({ bad }) => bad)],
      questions,
      leftOut: [],
      added: writes.filter(({ isNew }) => isNew).map(itemOf),
      changed: writes.filter(({ isNew }) => !isNew).map(itemOf),
      unchanged: planned.length - writes.length,
      missing: [],
      digest,
      events: 0,
      applied: false,
      outdated: isOutdated(digest, options),
    };
    if (isHeldBack(report, options)) return report;
    const refused = await inParallel(
      writes,
      PEOPLE_AT_A_TIME,
      (it) => this.write(it, tenant, importer),
      (done) => onProgress(done, writes.length, 'write'),
    );
    const events = writes.reduce((sum, { steps }) => sum + steps.length, 0) - refused.flat().length;
    return { ...report, bad: [...report.bad, ...refused.flat()], events, applied: true };
  }

  private async known(tenant: string, today: CalendarDate): Promise<Known> {
    const [units, services, serviceUnits, people] = await Promise.all([
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.directory.people(tenant),
    ]);
    const open = <T extends { name: string; closures: Closures }>(all: readonly T[], id: (it: T) => string) =>
      new Map(
        all
          .filter(({ closures }) => !isClosedOn(closures, today))
          .map((it) => [nameKey(it.name), { id: id(it), name: it.name }]),
      );
    return {
      units: new Map(units.map(({ unitId, name }) => [unitId, name])),
      services: open(services, ({ serviceId }) => serviceId),
      serviceUnits: open(serviceUnits, ({ serviceUnitId }) => serviceUnitId),
      people,
      placeNames: new Map([
        ...units.map(({ unitId, name }) => [unitId, name] as const),
        ...services.map(({ serviceId, name }) => [serviceId, name] as const),
        ...serviceUnits.map(({ serviceUnitId, name }) => [serviceUnitId, name] as const),
      ]),
    };
  }

  private async place(
    person: PersonLine,
    of: string,
    known: Known,
    today: CalendarDate,
  ): Promise<PlacedLine | BadLine> {
    const { file, line, role } = person;
    const at = nameKey(role?.place ?? '');
    const kind = role ? PLACE_OF[role.role] : null;
    if (kind === null) return { ...person, place: NOWHERE, placeName: null };
    const day = roleNeedsPlaceOn({ from: role?.from ?? today, to: role?.to ?? null }, today);
    if (kind === 'unitId')
      return (await this.units.isOpenOn(at, of, day))
        ? { ...person, place: { ...NOWHERE, unitId: UnitId.parse(at) }, placeName: known.units.get(at) ?? at }
        : { file, line, rule: 'UNIT_UNKNOWN' };
    const found = kind === 'serviceId' ? known.services.get(at) : known.serviceUnits.get(at);
    if (found === undefined) return { file, line, rule: 'SERVICE_UNKNOWN' };
    const place =
      kind === 'serviceId'
        ? { serviceId: ServiceId.parse(found.id) }
        : { serviceUnitId: ServiceUnitId.parse(found.id) };
    return { ...person, place: { ...NOWHERE, ...place }, placeName: found.name };
  }

  /** Includes people registered by an import so recently that the register does not show them yet. */
  private async withJustRegistered(
    shown: readonly RegisteredPerson[],
    lines: readonly PlacedLine[],
    of: string,
  ): Promise<readonly RegisteredPerson[]> {
    const ids = new Set(shown.map(({ personId }) => personId));
    const firsts = [...Map.groupBy(lines, ({ email, name }) => `${email} ${nameKey(name)}`).values()].map(
      (all) => all[0]!,
    );
    const found = await inParallel(firsts, PEOPLE_AT_A_TIME, async (line) => {
      const more: RegisteredPerson[] = [];
      for (let nth = 0; ; nth += 1) {
        const personId = personIdOf(registrationOf(of, line, nth));
        const { state } = await this.people.load(personId, of);
        if (state.status === 'not-registered') return more;
        if (!ids.has(personId)) more.push({ personId, ...state.details, roles: state.roles });
      }
    });
    return [...shown, ...found.flat()];
  }

  /**
   * The plans in the order of `people`. New namesakes with the same address take the free ids one after the other, in
   * their order in the file: in parallel, the order in which the streams answer would decide who gets which.
   */
  private async planAll(
    people: readonly IdentifiedPerson[],
    of: string,
    importer: Importer,
    onDone: (done: number) => void,
  ): Promise<readonly Planned[]> {
    const plans = new Map<IdentifiedPerson, Planned>();
    const namesakes = Map.groupBy(people, ({ personId, lines }) => personId ?? registrationOf(of, lines[0]!, 0));
    await inParallel([...namesakes.values()], PEOPLE_AT_A_TIME, async (inTurn) => {
      const taken = new Set<string>();
      for (const person of inTurn) {
        plans.set(person, await this.planned(person, taken, of, importer));
        onDone(plans.size);
      }
    });
    return people.map((person) => plans.get(person)!);
  }

  private async planned(
    { personId: known, lines }: IdentifiedPerson,
    taken: Set<string>,
    of: string,
    { today }: Importer,
  ): Promise<Planned> {
    for (let nth = 0; ; nth += 1) {
      const registration = registrationOf(of, lines[0]!, nth);
      const personId = known === null ? personIdOf(registration) : PersonId.parse(known);
      const { state, revision } = await this.people.load(personId, of);
      const isFree = known !== null || (state.status === 'not-registered' && !taken.has(personId));
      if (!isFree) continue;
      taken.add(personId);
      return { ...planPerson(lines, state, today), personId, registration, revision };
    }
  }

  /** Runs the commands on the person's stream in sequence; returns the lines that the registry refused. */
  private async write(
    { personId, registration, revision, steps }: Planned,
    of: string,
    importer: Importer,
  ): Promise<BadLine[]> {
    const refused: BadLine[] = [];
    let at = revision;
    for (const step of steps) {
      const outcome: Outcome = await this.commands.execute(
        this.commandFor(step, personId, registration, at, of, importer),
      );
      if (isRefused(outcome))
        refused.push({
          file: step.file,
          line: step.line,
          rule: refusedRule(outcome),
        });
      else at = outcome.revision;
    }
    return refused;
  }

  private commandFor(
    step: PersonStep,
    personId: PersonId,
    registration: string,
    revision: bigint,
    of: string,
    importer: Importer,
  ): Command<Outcome> {
    const context = (request: object) => ({
      ...importContext(importer, of, `person-${personId}`, revision, request),
      expected: revision,
    });
    switch (step.what) {
      // The person's id derives from the command's.
      case 'register':
        return new RegisterPerson(step.details, { ...context(step.details), commandId: registration });
      case 'change':
        return new ChangePerson(personId, step.details, context(step.details));
      case 'phone':
        return new SetPhone(personId, { phone: step.phone }, context({ phone: step.phone }));
      case 'give':
        return new GiveRole(personId, step.given, context(step.given));
      case 'end':
        return new EndRole(personId, step.roleId, { on: step.on }, context({ roleId: step.roleId, on: step.on }));
    }
  }
}

/** Command id of the `nth` person registered by an import with this address and name. */
const registrationOf = (of: string, { email, name }: Pick<PersonLine, 'email' | 'name'>, nth: number) =>
  stableId('import', of, 'person', email ?? '', nameKey(name), nth);
const personIdOf = (registration: string) => PersonId.parse(stableId(registration, 'person'));

const unreadable = ({ file, line, unreadable: rule }: UnreadableFile): PersonImportReport => ({
  lines: 0,
  bad: [{ file, line, rule }],
  leftOut: [],
  added: [],
  changed: [],
  unchanged: 0,
  missing: [],
  questions: [],
  digest: digestOf([]),
  events: 0,
  applied: false,
  outdated: false,
});
