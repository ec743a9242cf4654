import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import type {
  BadLine,
  Importer,
  ImportReport,
  MunicipalityImportOptions,
  OnProgress,
  UnitImportReport,
} from '#registry';
import { dayOf } from '#platform/kernel';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { count, progressOn } from '../terminal/progress.js';
import { withApplication } from './with-application.js';
import { filesAt, printBad } from './given-files.js';
import { answersOf, questionLines, type AnswerOptions } from './import-questions.js';
import { leftOutLines } from './skipped-lines.js';
import { withInstallation } from './with-installation.js';

const FORMATS =
  'JSON, CSV (comma or semicolon, UTF-8 or Windows-1252) or XLSX; the columns may bear the public registers’ names.';

interface UnitOptions {
  readonly municipality?: string;
  readonly allMunicipalities?: boolean;
  readonly kind?: 'school' | 'kindergarten';
  readonly skipBad?: boolean;
  readonly dryRun?: boolean;
}

export function importCommand(program: Command, cli: Cli): void {
  const root = program
    .command('import')
    .summary('take in municipalities and units from files')
    .description(`Takes in registers from files: ${FORMATS}`);
  root
    .command('units')
    .argument('<file...>', 'files of schools and kindergartens')
    .description(
      `Registers and updates schools and kindergartens. ${FORMATS}\n` +
        'Every bad line is named by number and reason, and nothing is imported of files that have one, unless --skip-bad.\n' +
        'Running it again changes nothing; a changed file gives events only for what changed. Nothing is ever closed.',
    )
    .option('--municipality <number>', 'only this municipality’s units (it is registered where it is not)')
    .option('--all-municipalities', 'every municipality’s units; those that are not registered are')
    .option('--kind <kind>', 'school or kindergarten, where the file does not say')
    .option('--skip-bad', 'import the lines that are right though others are bad')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText(
      'after',
      `
Examples:
  samspill import units --municipality 3203 units.json
  samspill import units --all-municipalities grunnskoler.json barnehager.json
  samspill import units --municipality 3203 --dry-run schools.xlsx`,
    )
    .action((paths: string[], options: UnitOptions) => importUnits(cli, paths, options));
  root
    .command('municipalities')
    .argument('<file>', 'a list of municipalities: number, name, language form')
    .description(`Registers and renames municipalities, or counties and networks. ${FORMATS}`)
    .addOption(
      new Option(
        '--kind <kind>',
        'what those are that it registers (default: municipality); it cannot be changed later',
      ).choices(['municipality', 'county', 'network']),
    )
    .option('--skip-bad', 'import the lines that are right though others are bad')
    .addHelpText(
      'after',
      `
Examples:
  samspill import municipalities kommuner.json
  samspill import municipalities --kind network networks.csv`,
    )
    .action((path: string, options: MunicipalityImportOptions) => importMunicipalities(cli, path, options));
  root
    .command('people')
    .argument('<file>', 'people: name, mail address, title, role, unit or service, from, to')
    .description(
      `Registers people of one municipality with their roles. ${FORMATS}\n` +
        'The same name with the same mail address is the same person. Where it is not certain whom a line is about, the line is\n' +
        'listed with those it may be, and nothing is imported until it is answered. Names in bad lines are not printed.',
    )
    .requiredOption('--municipality <number>', 'four digits: any number that it has had')
    .option('--answer <line=who...>', 'whom a line is about: an id or line that was listed, or “new”')
    .option('--answers <file>', 'the same from a file, one answer a line')
    .option('--skip-bad', 'import the lines that are right though others are bad or not answered')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText(
      'after',
      `\nExamples:\n  samspill import people --municipality 3203 people.csv\n  samspill import people --municipality 3203 --answer 7=new --answer 9=line-4 people.csv`,
    )
    .action((path: string, options: PeopleOptions & AnswerOptions) => importPeople(cli, path, options));
  root
    .command('services')
    .argument(
      '<file>',
      'support services: name, kind, service unit, unit that is served, contact’s mail address, must attend',
    )
    .description(
      `Registers support services of one municipality and says whom they serve. ${FORMATS}\n` +
        'The same name is the same service; a service has a line for each unit that it serves. Nobody is unassigned.',
    )
    .requiredOption('--municipality <number>', 'four digits: any number that it has had')
    .option('--skip-bad', 'import the lines that are right though others are bad')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText('after', `\nExample:\n  samspill import services --municipality 3203 services.csv`)
    .action((path: string, options: PeopleOptions) => importServices(cli, path, options));
}

interface PeopleOptions {
  readonly municipality: string;
  readonly skipBad?: boolean;
  readonly dryRun?: boolean;
}

async function importMunicipalities(cli: Cli, path: string, options: MunicipalityImportOptions): Promise<void> {
  const [file] = await filesAt([path]);
  await withInstallation(cli, (installation) =>
    withApplication(installation, async (app) => {
      const { MunicipalityImport } = await import('#registry');
      const { onProgress, end } = progressOf(cli);
      const importer = operator(installation.clock.now());
      const report = await app.get(MunicipalityImport, { strict: false }).run(file!, options, importer, onProgress);
      end();
      const { registered, changed, unchanged } = report;
      await conclude(cli, report, `${count(registered)} new, ${count(changed)} changed, ${count(unchanged)} unchanged`);
    }),
  );
}

async function importPeople(cli: Cli, path: string, options: PeopleOptions & AnswerOptions): Promise<void> {
  const [file] = await filesAt([path]);
  await withInstallation(cli, (installation) =>
    withApplication(installation, async (app) => {
      const { PersonImport, TenantsByNumber } = await import('#registry');
      const { onProgress, end } = progressOf(cli);
      const importer = operator(installation.clock.now());
      const answers = await answersOf(options);
      const tenant = await app.get(TenantsByNumber, { strict: false }).idOf(options.municipality);
      const wish = { ...options, tenant, answers, preview: options.dryRun };
      const report = await app.get(PersonImport, { strict: false }).run(file!, wish, importer, onProgress);
      end();
      const open = report.questions.filter(({ answer }) => answer === null);
      for (const line of questionLines(open)) cli.terminal.out(line);
      await conclude(cli, report, countsOf(report));
      if (open.length > 0) throw new CommandFailed(`${count(open.length)} lines whose person is not certain.`);
    }),
  );
}

async function importServices(cli: Cli, path: string, options: PeopleOptions): Promise<void> {
  const [file] = await filesAt([path]);
  await withInstallation(cli, (installation) =>
    withApplication(installation, async (app) => {
      const { ServiceImport, TenantsByNumber } = await import('#registry');
      const importer = operator(installation.clock.now());
      const tenant = await app.get(TenantsByNumber, { strict: false }).idOf(options.municipality);
      const wish = { ...options, tenant, preview: options.dryRun };
      const report = await app.get(ServiceImport, { strict: false }).run(file!, wish, importer);
      await conclude(cli, report, countsOf(report));
    }),
  );
}

const countsOf = ({ lines, added, changed, unchanged }: ImportReport): string =>
  `${count(lines)} lines: ${count(added.length)} new, ${count(changed.length)} changed, ${count(unchanged)} unchanged`;

interface Report {
  readonly bad: readonly BadLine[];
  readonly applied: boolean;
}

/** Prints every bad line and the result; exit code 1 when there were bad lines. */
async function conclude(cli: Cli, { bad, applied }: Report, what: string): Promise<void> {
  await printBad(cli, bad);
  cli.terminal.out(applied ? what : `${what}: nothing was imported`);
  if (bad.length > 0) throw new CommandFailed(`${count(bad.length)} bad lines.`);
}

async function importUnits(cli: Cli, paths: readonly string[], options: UnitOptions): Promise<void> {
  if (options.kind !== undefined && options.kind !== 'school' && options.kind !== 'kindergarten')
    throw new CommandFailed('--kind is school or kindergarten.', EXIT.wrongUse);
  const files = await filesAt(paths);
  await withInstallation(cli, (installation) =>
    withApplication(installation, async (app) => {
      const { UnitImport } = await import('#registry');
      const { onProgress, end } = progressOf(cli);
      const report = await app.get(UnitImport, { strict: false }).run(
        files,
        {
          ...options,
          tenant: options.municipality,
          preview: options.dryRun,
          registerMunicipalities: options.allMunicipalities === true || options.municipality !== undefined,
        },
        operator(installation.clock.now()),
        onProgress,
      );
      end();
      const { newUnits, changedUnits, unchanged, leftOut, newMunicipalities } = report;
      const what =
        `${count(newUnits.length)} new, ${count(changedUnits.length)} changed, ${count(unchanged)} unchanged, ` +
        `${count(leftOut.length)} left out, ${count(newMunicipalities.length)} new municipalities`;
      if (options.dryRun) for (const line of changeLines(report)) cli.terminal.out(line);
      for (const line of leftOutLines(leftOut)) cli.terminal.err(line);
      await conclude(cli, report, what);
    }),
  );
}

/** New and changed units, one line each, with the old and new value of each field. */
const changeLines = ({ newUnits, changedUnits }: UnitImportReport): readonly string[] => [
  ...newUnits.map(({ unitId, details }) => `+ ${unitId} ${details.name}`),
  ...changedUnits.map(
    ({ unit: { unitId }, before, details, fields }) =>
      `~ ${unitId} ${before.name}: ${fields.map((field) => `${field} ${before[field] ?? '–'} → ${details[field] ?? '–'}`).join(', ')}`,
  ),
];

const operator = (now: Date): Importer => ({
  actor: 'system:operator',
  today: dayOf(now),
  correlationId: randomUUID(),
});

function progressOf({ terminal }: Cli): { onProgress: OnProgress; end: () => void } {
  const bars = { compare: progressOn(terminal, 'Comparing'), write: progressOn(terminal, 'Importing') };
  return {
    onProgress: (done, total, step) => bars[step].at(done, total),
    end: () => {
      bars.compare.end();
      bars.write.end();
    },
  };
}
