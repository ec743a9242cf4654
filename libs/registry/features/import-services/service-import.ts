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
import { Directory, isClosedOn, type Closures } from '../../contract/index.js';
import { AssignService } from '../assign-service.js';
import { ChangeService } from '../change-service.js';
import type { BadLine } from '../imports/bad-line.js';
import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable, linesOf as countLines, type Table } from '../imports/files/table.js';
import { importContext, type Importer } from '../imports/import.js';
import { digestOf, isHeldBack, isOutdated } from '../imports/import-preview.js';
import type { ImportOptions, ImportReport } from '../imports/import-report.js';
import { refusedRule } from '../imports/refused-rule.js';
import { RegisterService } from '../register-service.js';
import { RegisterServiceUnit } from '../register-service-unit.js';
import { parseServices, SERVICE_COLUMNS, type ServiceLine } from './parse-services.js';
import {
  planServices,
  type KnownServices,
  type PlannedServices,
  type ServesStep,
  type ServiceStep,
} from './plan-services.js';

export interface ServiceImportOptions extends ImportOptions {
  readonly tenant: string;
}

/**
 * Imports support services, the service units that lead them, and the units they serve. Services with the same name are
 * the same.
 */
@Injectable()
export class ServiceImport {
  constructor(
    private readonly directory: Directory,
    private readonly commands: CommandBus,
  ) {}

  /** A file with a bad line is not imported at all, unless bad lines are to be skipped. Running it again continues. */
  async run(given: GivenFile, options: ServiceImportOptions, importer: Importer): Promise<ImportReport> {
    const table = await readTable(given, SERVICE_COLUMNS);
    if (isUnreadable(table)) {
      const { file, line, unreadable: rule } = table;
      return this.report([{ file, line, rule }], 0, planServices([], EMPTY), options);
    }
    const known = await this.known(options.tenant, importer.today);
    const { lines, bad } = linesOf(table, known);
    const plan = planServices(lines, known);
    const report = this.report(bad, countLines(table), plan, options);
    if (isHeldBack(report, options)) return report;
    const refused = await this.write(plan, known, options.tenant, importer);
    return { ...report, bad: [...bad, ...refused], applied: true };
  }

  private report(
    bad: readonly BadLine[],
    lines: number,
    { added, changed, unchanged, ...steps }: PlannedServices,
    options: ImportOptions,
  ): ImportReport {
    const digest = digestOf([steps, added, changed]);
    const outdated = isOutdated(digest, options);
    return { lines, bad, leftOut: [], added, changed, unchanged, missing: [], digest, applied: false, outdated };
  }

  private async known(tenant: string, today: CalendarDate): Promise<KnownServices> {
    const [services, serviceUnits, units, people] = await Promise.all([
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.directory.units(tenant),
      this.directory.people(tenant),
    ]);
    const open = <T extends { name: string; closures: Closures }>(all: readonly T[]) =>
      all.filter(({ closures }) => !isClosedOn(closures, today));
    const names = (all: readonly { readonly name: string }[]) => new Set(all.map(({ name }) => nameKey(name)));
    return {
      services: new Map(open(services).map((it) => [nameKey(it.name), it])),
      serviceUnits: new Map(open(serviceUnits).map(({ name, serviceUnitId }) => [nameKey(name), serviceUnitId])),
      closed: {
        services: without(names(services), names(open(services))),
        serviceUnits: without(names(serviceUnits), names(open(serviceUnits))),
      },
      units: new Map(open(units).map((it) => [it.unitId, it])),
      people: new Map(
        [...Map.groupBy(people, ({ email }) => email?.toLowerCase() ?? '')].map(([email, all]) => [
          email,
          all.length === 1 ? all[0]!.personId : null,
        ]),
      ),
    };
  }

  /**
   * Service units first, then services, then assignments to units: each needs the ids of the previous ones. What needs
   * something that the registry refused is not written, and its lines are refused with the same rule.
   */
  private async write(plan: PlannedServices, known: KnownServices, of: string, importer: Importer): Promise<BadLine[]> {
    const refused: BadLine[] = [];
    const run = async (command: Command<Outcome>): Promise<string | Refusal> => {
      const outcome = await this.commands.execute(command);
      return isRefused(outcome) ? { rule: refusedRule(outcome) } : outcome.id;
    };
    const refuse = ({ file, line }: Pick<BadLine, 'file' | 'line'>, { rule }: Refusal) =>
      void refused.push({ file, line, rule });
    const serviceUnits = new Map<string, string | Refusal>(known.serviceUnits);
    for (const name of plan.newServiceUnits) {
      const context = importContext(importer, of, `service-unit/${nameKey(name)}`, -1n, { name });
      const commandId = stableId('import', of, 'service-unit', nameKey(name));
      serviceUnits.set(nameKey(name), await run(new RegisterServiceUnit({ name }, { ...context, commandId })));
    }
    const services = new Map<string, string | Refusal>(
      [...known.services].map(([key, { serviceId }]) => [key, serviceId]),
    );
    for (const step of plan.services) {
      const unit = step.serviceUnit === null ? null : serviceUnits.get(nameKey(step.serviceUnit))!;
      const answer = isRefusal(unit) ? unit : await run(this.serviceCommand(step, unit, of, importer));
      if (isRefusal(answer)) refuse(step, answer);
      // A service that exists keeps its id, and its units, when its change is refused.
      if (!isRefusal(answer) || step.serviceId === null) services.set(nameKey(step.name), answer);
    }
    for (const step of plan.serves) {
      const service = services.get(step.service)!;
      const answer = isRefusal(service) ? service : await run(this.servesCommand(step, service, known, of, importer));
      if (isRefusal(answer)) refuse(step, answer);
    }
    return refused.filter(
      ({ file, line }, at) => at === refused.findIndex((it) => it.file === file && it.line === line),
    );
  }

  private serviceCommand(
    { serviceId, name, kind }: ServiceStep,
    unit: string | null,
    of: string,
    importer: Importer,
  ): Command<Outcome> {
    const body = { name, kind, serviceUnitId: unit === null ? null : ServiceUnitId.parse(unit) };
    // A file may set A, then B, then A again: the previous value is therefore part of the command id.
    const context = importContext(importer, of, `service/${serviceId ?? nameKey(name)}`, -1n, { body, importer });
    return serviceId === null
      ? new RegisterService(body, { ...context, commandId: stableId('import', of, 'service', nameKey(name)) })
      : new ChangeService(ServiceId.parse(serviceId), body, context);
  }

  private servesCommand(
    { unitId, contactId, mustAttend }: ServesStep,
    service: string,
    known: KnownServices,
    of: string,
    importer: Importer,
  ): Command<Outcome> {
    const serviceId = ServiceId.parse(service);
    const body = { contactId: contactId === null ? null : PersonId.parse(contactId), mustAttend };
    const was = known.units.get(unitId)?.services.find((it) => it.serviceId === serviceId) ?? null;
    const context = importContext(importer, of, `unit-${unitId}`, -1n, { serviceId, body, was, importer });
    return new AssignService(UnitId.parse(unitId), serviceId, body, context, importer.today);
  }
}

/** In place of an id: the registry refused the line. */
type Refusal = Pick<BadLine, 'rule'>;
const isRefusal = (answer: string | Refusal | null): answer is Refusal => answer !== null && typeof answer !== 'string';

const without = (all: ReadonlySet<string>, those: ReadonlySet<string>) =>
  new Set([...all].filter((it) => !those.has(it)));

const EMPTY: KnownServices = {
  services: new Map(),
  serviceUnits: new Map(),
  units: new Map(),
  people: new Map(),
  closed: { services: new Set(), serviceUnits: new Set() },
};

/** Valid lines: those whose unit and contact exist. */
function linesOf(table: Table, known: KnownServices): { lines: readonly ServiceLine[]; bad: readonly BadLine[] } {
  const parsed = parseServices(table);
  const withKind = new Set(parsed.services.flatMap(({ name, kind }) => (kind === null ? [] : nameKey(name))));
  const ruleOf = ({ name, kind, serviceUnit, serves }: ServiceLine): BadLine['rule'] | undefined => {
    // To reopen is a decision, and a new service of the same name would be mistaken for the old one.
    if (known.closed.services.has(nameKey(name))) return 'SERVICE_IS_CLOSED';
    if (serviceUnit !== null && known.closed.serviceUnits.has(nameKey(serviceUnit))) return 'SERVICE_UNIT_IS_CLOSED';
    const isNew = !known.services.has(nameKey(name));
    if (isNew && kind === null && !withKind.has(nameKey(name))) return 'SERVICE_KIND_UNREADABLE';
    if (serves && !known.units.has(serves.unitId)) return 'UNIT_UNKNOWN';
    const contact = serves?.contact ?? null;
    if (contact === null) return undefined;
    const person = known.people.get(contact);
    return person === undefined ? 'PERSON_UNKNOWN' : person === null ? 'PERSON_UNCERTAIN' : undefined;
  };
  const judged = parsed.services.map((line) => ({ line, rule: ruleOf(line) }));
  return {
    lines: judged.filter(({ rule }) => rule === undefined).map(({ line }) => line),
    bad: [...parsed.bad, ...judged.flatMap(({ line: { file, line }, rule }) => (rule ? { file, line, rule } : []))],
  };
}
