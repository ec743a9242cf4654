import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isRefused, MunicipalityNumber, UnitId, type CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, Directory, isClosedOn } from '../../contract/index.js';
import { TenantsByNumber } from '../../read-models/municipality/tenants-by-number.js';
import { MunicipalityStreams, UnitStreams } from '../../streams/registry.streams.js';
import type { BadLine } from '../imports/bad-line.js';
import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable, linesOf, type Table } from '../imports/files/table.js';
import { AT_A_TIME, importContext, type Importer, type OnProgress } from '../imports/import.js';
import { digestOf, isHeldBack, isOutdated } from '../imports/import-preview.js';
import type { ImportOptions } from '../imports/import-report.js';
import { inParallel } from '../imports/in-parallel.js';
import { refusedRule } from '../imports/refused-rule.js';
import { ChangeUnitDetails } from '../change-unit-details.js';
import { RegisterMunicipality } from '../register-municipality.js';
import { RegisterUnit } from '../register-unit.js';
import { parseUnits, type LeftOut, type ParseOptions, type UnitLine } from './parse-units.js';
import { planUnit, type PlannedUnit } from './plan-units.js';
import { UNIT_COLUMNS } from './unit-columns.js';

export interface UnitImportOptions extends ParseOptions, ImportOptions {
  /** Registers unknown municipalities, with the name given in the file. */
  readonly registerMunicipalities?: boolean;
  /** Lists the registered units that no file contains; they are never closed. */
  readonly reportMissing?: boolean;
  /** New units that are not registered. They do not change the digest: the accepted preview showed them too. */
  readonly leaveOut?: ReadonlySet<string>;
}

/** Result of an import, or of its preview. */
export interface UnitImportReport {
  readonly lines: number;
  readonly bad: readonly BadLine[];
  readonly leftOut: readonly LeftOut[];
  readonly newMunicipalities: readonly { readonly number: string; readonly name: string }[];
  readonly newUnits: readonly UnitLine[];
  readonly changedUnits: readonly (PlannedUnit & { what: 'changed' })[];
  readonly unchanged: number;
  readonly missing: readonly { readonly unitId: string; readonly name: string }[];
  readonly digest: string;
  /** False for a preview, when bad lines stopped the import, and when the preview is outdated. */
  readonly applied: boolean;
  readonly outdated: boolean;
}

interface Plan {
  readonly report: UnitImportReport;
  readonly planned: readonly PlannedUnit[];
}

/** Imports schools and kindergartens from files, for one municipality or all of them. */
@Injectable()
export class UnitImport {
  constructor(
    private readonly units: UnitStreams,
    private readonly municipalities: MunicipalityStreams,
    private readonly tenants: TenantsByNumber,
    private readonly directory: Directory,
    private readonly commands: CommandBus,
  ) {}

  /**
   * Reads, plans and, unless it is a preview, runs one command for each new or changed unit. If interrupted at any
   * point and run again, it continues. Faults of the log throw; bad lines are in the report.
   */
  async run(
    files: readonly GivenFile[],
    options: UnitImportOptions,
    importer: Importer,
    onProgress: OnProgress = () => undefined,
  ): Promise<UnitImportReport> {
    const { report, planned } = await this.plan(files, options, importer.today, onProgress);
    if (isHeldBack(report, options)) return report;
    await inParallel(report.newMunicipalities, AT_A_TIME, (it) => this.registerMunicipality(it, importer));
    const isChosen = ({ what, unit }: PlannedUnit) => what !== 'new' || options.leaveOut?.has(unit.unitId) !== true;
    const writes = planned.filter((it) => (it.what === 'new' || it.what === 'changed') && isChosen(it));
    const refused = await inParallel(
      writes,
      AT_A_TIME,
      (it) => this.write(it, importer),
      (done) => onProgress(done, writes.length, 'write'),
    );
    return { ...report, bad: [...report.bad, ...refused.flat()], applied: true };
  }

  private async plan(
    files: readonly GivenFile[],
    options: UnitImportOptions,
    today: CalendarDate,
    onProgress: OnProgress,
  ): Promise<Plan> {
    const tables = await inParallel(files, 1, (file) => readTable(file, UNIT_COLUMNS));
    const readable = tables.filter((table): table is Table => !isUnreadable(table));
    const unreadable = tables.filter(isUnreadable).map(({ file, unreadable: rule, line }) => ({ file, line, rule }));
    const tenants = await this.withChangedNumber(options);
    const { tenant: given, ...rest } = options;
    const parsed = parseUnits(readable, {
      ...rest,
      tenants,
      ...(given !== undefined && { tenant: tenants.get(given) ?? given }),
    });
    const unregistered = await this.unregistered(parsed.units);
    const isPlaced = ({ tenant }: UnitLine) => options.registerMunicipalities === true || !unregistered.has(tenant);
    const known = parsed.units.filter(isPlaced);
    const planned = await inParallel(
      known,
      AT_A_TIME,
      async (unit) => planUnit(unit, await this.units.load(unit.unitId, unit.tenant)),
      (done) => onProgress(done, known.length, 'compare'),
    );
    const are = (what: PlannedUnit['what']) => planned.filter((it) => it.what === what).map(({ unit }) => unit);
    const badUnits = (units: readonly UnitLine[], rule: BadLine['rule']) =>
      units.map(({ file, line }) => ({ file, line, rule }));
    const leftOutAs = (units: readonly UnitLine[], reason: LeftOut['reason']) =>
      units.map(({ file, line }): LeftOut => ({ file, line, reason }));
    const [notChosen, chosen] = split(are('new'), ({ unitId }) => options.leaveOut?.has(unitId) === true);
    const writes = planned.filter(({ what }) => what === 'new' || what === 'changed');
    const digest = digestOf([writes, [...unregistered]]);
    const report: UnitImportReport = {
      lines: readable.reduce((count, table) => count + linesOf(table), 0),
      bad: [
        ...unreadable,
        ...parsed.bad,
        ...badUnits(
          parsed.units.filter((unit) => !isPlaced(unit)),
          'MUNICIPALITY_NOT_REGISTERED',
        ),
      ],
      leftOut: [
        ...parsed.leftOut,
        ...leftOutAs(are('registered-as-other-kind'), 'REGISTERED_AS_OTHER_KIND'),
        ...leftOutAs(notChosen, 'NOT_CHOSEN'),
      ],
      newMunicipalities: options.registerMunicipalities
        ? [...unregistered].map(([number, name]) => ({ number, name }))
        : [],
      newUnits: chosen,
      changedUnits: planned.filter((it) => it.what === 'changed'),
      unchanged: are('unchanged').length,
      missing: options.reportMissing ? await this.missing(parsed.units, today) : [],
      digest,
      applied: false,
      outdated: isOutdated(digest, options),
    };
    return { report, planned };
  }

  /** Tenants whose number has changed, by each of their numbers: all of them for an operator, otherwise the given one. */
  private async withChangedNumber(options: UnitImportOptions): Promise<ReadonlyMap<string, string>> {
    const { registerMunicipalities, tenant } = options;
    if (registerMunicipalities) return this.tenants.withChangedNumber();
    if (tenant === undefined) return new Map();
    const { state } = await this.municipalities.load(tenant, tenant);
    const numbers = state.status === 'registered' ? state.numbers : [];
    return new Map(numbers.map(({ number }) => [number, tenant]));
  }

  /** Unregistered municipalities of the units, with the name given in a file. */
  private async unregistered(units: readonly UnitLine[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string | null>();
    for (const { tenant, municipalityName } of units) names.set(tenant, names.get(tenant) ?? municipalityName);
    const found = await inParallel([...names], AT_A_TIME, async ([number, name]) => ({
      number,
      name: name ?? `Kommune ${number}`,
      isRegistered: await this.municipalities.isRegistered(number),
    }));
    return new Map(found.filter(({ isRegistered }) => !isRegistered).map(({ number, name }) => [number, name]));
  }

  private async missing(units: readonly UnitLine[], today: CalendarDate) {
    const inFile = new Set(units.map(({ unitId }) => unitId));
    const registered = await inParallel([...new Set(units.map(({ tenant }) => tenant))], 8, (number) =>
      this.directory.units(number),
    );
    return registered
      .flat()
      .filter(({ unitId, closures }) => !isClosedOn(closures, today) && !inFile.has(unitId))
      .map(({ unitId, name }) => ({ unitId, name }));
  }

  private registerMunicipality({ number, name }: { number: string; name: string }, importer: Importer) {
    const body = { number: MunicipalityNumber.parse(number), name, languageForm: 'neutral', demo: false } as const;
    const context = importContext(importer, number, `municipality-${number}`, -1n, body);
    return this.commands.execute(new RegisterMunicipality({ ...body, settings: DEFAULT_SETTINGS }, context));
  }

  /**
   * Undefined when written; the bad line when the registry refused, since another user has changed the unit meanwhile.
   */
  private async write(planned: PlannedUnit, importer: Importer): Promise<BadLine[]> {
    const { unit, revision } = planned;
    const { file, line, tenant } = unit;
    const unitId = UnitId.parse(unit.unitId);
    const details = planned.what === 'changed' ? planned.details : unit.details;
    // A change planned on one revision is not executed on another.
    const context = {
      ...importContext(importer, tenant, `unit-${unitId}`, revision, details),
      expected: revision,
    };
    const outcome = await this.commands.execute(
      planned.what === 'changed'
        ? new ChangeUnitDetails(unitId, details, context)
        : new RegisterUnit({ ...details, unitId, from: importer.today }, context),
    );
    return isRefused(outcome) ? [{ file, line, rule: refusedRule(outcome) }] : [];
  }
}

const split = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [first: T[], second: T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];
