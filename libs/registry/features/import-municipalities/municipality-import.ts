import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isRefused, MunicipalityNumber } from '#platform/kernel';
import { DEFAULT_SETTINGS, numberOn, type TenantKind } from '../../contract/index.js';
import { detailsOn } from '../../domain/municipality/municipality.state.js';
import { TenantsByNumber } from '../../read-models/municipality/tenants-by-number.js';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { ChangeMunicipality } from '../change-municipality.js';
import type { BadLine } from '../imports/bad-line.js';
import { readTable, type GivenFile } from '../imports/files/read-table.js';
import { isUnreadable, linesOf } from '../imports/files/table.js';
import { AT_A_TIME, importContext, type Importer, type OnProgress } from '../imports/import.js';
import { inParallel } from '../imports/in-parallel.js';
import { refusedRule } from '../imports/refused-rule.js';
import { RegisterMunicipality } from '../register-municipality.js';
import { MUNICIPALITY_COLUMNS, parseMunicipalities, type MunicipalityLine } from './parse-municipalities.js';

export interface MunicipalityImportOptions {
  readonly skipBad?: boolean;
  /** Kind of those that the file registers (default: municipality); of others it is never changed. */
  readonly kind?: TenantKind;
}

export interface MunicipalityImportReport {
  readonly lines: number;
  readonly bad: readonly BadLine[];
  readonly registered: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly applied: boolean;
}
type Done = 'registered' | 'changed' | 'unchanged' | BadLine;

/** Registers municipalities from a list (number, name, language form); an operator's task. */
@Injectable()
export class MunicipalityImport {
  constructor(
    private readonly municipalities: MunicipalityStreams,
    private readonly tenants: TenantsByNumber,
    private readonly commands: CommandBus,
  ) {}

  /** A file with a bad line is not imported at all, unless bad lines are to be skipped. */
  async run(
    given: GivenFile,
    { skipBad = false, kind }: MunicipalityImportOptions,
    importer: Importer,
    onProgress: OnProgress = () => undefined,
  ): Promise<MunicipalityImportReport> {
    const none = { registered: 0, changed: 0, unchanged: 0, applied: false };
    const table = await readTable(given, MUNICIPALITY_COLUMNS);
    if (isUnreadable(table))
      return { lines: 0, bad: [{ file: table.file, line: table.line, rule: table.unreadable }], ...none };
    const { municipalities, bad } = parseMunicipalities(table);
    const lines = linesOf(table);
    if (bad.length > 0 && !skipBad) return { lines, bad, ...none };
    const tenants = await this.tenants.withChangedNumber();
    const done = await inParallel(
      municipalities,
      AT_A_TIME,
      (it) => this.write(it, tenants.get(it.number) ?? it.number, kind, importer),
      (count) => onProgress(count, municipalities.length, 'write'),
    );
    const count = (what: Done) => done.filter((it) => it === what).length;
    return {
      lines,
      bad: [...bad, ...done.filter((it) => typeof it === 'object')],
      registered: count('registered'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      applied: true,
    };
  }

  /** `id` is the tenant that has the line's number, or had it. */
  private async write(
    given: MunicipalityLine,
    id: string,
    kind: TenantKind | undefined,
    importer: Importer,
  ): Promise<Done> {
    const { file, line, name } = given;
    const number = MunicipalityNumber.parse(given.number);
    const { state, revision } = await this.municipalities.load(id, id);
    // A list from before the change of number says nothing about today.
    if (state.status === 'registered' && numberOn(state, importer.today) !== number) return 'unchanged';
    const known = state.status === 'registered' ? detailsOn(state, importer.today) : undefined;
    const languageForm = given.languageForm ?? known?.languageForm ?? 'neutral';
    if (known?.name === name && known.languageForm === languageForm) return 'unchanged';
    const details = { name, languageForm, demo: known?.demo ?? false };
    const context = importContext(importer, id, `municipality-${id}`, revision, details);
    const outcome = await this.commands.execute(
      known
        ? new ChangeMunicipality(details, context)
        : new RegisterMunicipality({ number, ...details, kind, settings: DEFAULT_SETTINGS }, context),
    );
    if (isRefused(outcome)) return { file, line, rule: refusedRule(outcome) };
    return known ? 'changed' : 'registered';
  }
}
