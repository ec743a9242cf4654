import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import type { Installation } from '../../../composition/src/index.js';
import { CalendarDate, dayOf, UnitId, type MunicipalityNumber } from '#platform/kernel';
import { EXIT } from '#platform/process';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import type { Merger } from '../merge/merger.js';
import type { MergerParty } from '../merge/merger-party.js';
import { municipality } from './municipality-option.js';
import { withApplication } from './with-application.js';
import { withInstallation } from './with-installation.js';

interface MergeOptions {
  readonly from: readonly MunicipalityNumber[];
  readonly number: MunicipalityNumber;
  readonly name: string;
  readonly on: CalendarDate;
  readonly settingsOf?: MunicipalityNumber;
  readonly unitOf?: ReadonlyMap<string, string>;
  readonly dryRun?: boolean;
}

export function mergeCommand(admin: Command, cli: Cli): void {
  admin
    .command('merge')
    .description(
      'Forms a municipality from others that end. Prints what they have and what becomes of it, and then takes it over:\n' +
        'units with their whole history, people, services, meetings, drafts, actions with their owners. Sessions of the old\n' +
        'municipalities are refused from then on, and their data changes no more. Interrupted and run again, it continues.\n' +
        'Back up first, and use --dry-run until nothing is left to decide.',
    )
    .requiredOption(
      '--from <ids>',
      'the municipalities that end, by the numbers they were registered with: 0220,0627',
      ids,
    )
    .requiredOption('--number <number>', 'number of the new municipality, four digits', municipality)
    .requiredOption('--name <name>', 'name of the new municipality')
    .requiredOption('--on <date>', 'its first day; the command is run on this day or later', day)
    .option('--settings-of <id>', 'whose settings and school calendars it gets, where they differ', municipality)
    .option('--unit-of <unit=id...>', 'whose details of a unit count that several have registered', unitOf)
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText(
      'after',
      `
Examples:
  samspill admin merge --from 0220,0627,0628 --number 3025 --name Asker --on 2020-01-01 --dry-run
  samspill admin merge --from 0220,0627,0628 --number 3025 --name Asker --on 2020-01-01 --settings-of 0220`,
    )
    .action((options: MergeOptions) =>
      withInstallation(cli, (installation) =>
        withApplication(installation, (app) => mergeMunicipalities(installation, app, options, cli)),
      ),
    );
}

async function mergeMunicipalities(
  installation: Installation,
  app: INestApplicationContext,
  options: MergeOptions,
  cli: Cli,
): Promise<void> {
  const { number, name, on, dryRun, settingsOf } = options;
  const given = name.trim();
  if (given.length === 0 || given.length > 100 || /\p{Cc}/u.test(given))
    throw new CommandFailed('The name must have 1 to 100 characters.', EXIT.wrongUse);
  if (settingsOf !== undefined && !options.from.includes(settingsOf))
    throw new CommandFailed('--settings-of is not one of the municipalities of --from.', EXIT.wrongUse);
  const [{ demandPossible }, { readMergerParty }, { collisionsOf }, { previewLines }, { merge, hasCome }] =
    await Promise.all([
      import('../merge/demand-possible.js'),
      import('../merge/merger-party.js'),
      import('../merge/collisions.js'),
      import('../merge/preview-lines.js'),
      import('../merge/merge.js'),
    ]);
  const today = dayOf(installation.clock.now());
  const unitOfGiven = options.unitOf ?? new Map<string, string>();
  const to: Merger['to'] = { tenant: number, number, name: given };
  if (await isFormed(app, to.tenant, options.from)) {
    cli.terminal.out(`${number} ${given} was formed by this merger already: there is nothing to do.`);
    return;
  }
  const planned = { from: options.from, to, on, unitOf: unitOfGiven };
  await demandPossible(installation, app, planned);
  const parties: MergerParty[] = [];
  for (const tenant of options.from) {
    const party = await readMergerParty(app, tenant, today);
    if (!party) throw new CommandFailed(`No municipality is registered with ${tenant} as its first number.`);
    if (party.municipality.kind !== 'municipality')
      throw new CommandFailed(`${tenant} is no municipality (${party.municipality.kind}).`);
    parties.push(party);
  }
  const decisions = { unitOf: unitOfGiven, ...(settingsOf !== undefined && { settingsOf }) };
  const collisions = collisionsOf(parties, decisions, on);
  const merger: Merger = { ...planned, samePeople: collisions.samePeople };
  for (const line of previewLines(parties, merger, collisions)) cli.terminal.out(line);
  if (collisions.open.length > 0)
    throw new CommandFailed(
      `${collisions.open.length === 1 ? 'One matter is' : `${collisions.open.length} matters are`} to be decided first (see above). Nothing was changed.`,
    );
  if (dryRun) return cli.terminal.err('Nothing was changed: --dry-run.');
  if (!hasCome(merger, installation.clock.now()))
    throw new CommandFailed(`A merger takes effect at once: run it on ${on} or later. Nothing was changed.`);
  const own = parties.find((party) => party.municipality.id === settingsOf) ?? parties[0]!;
  await merge(installation, app, merger, parties, own, cli);
}

async function isFormed(app: INestApplicationContext, tenant: string, from: readonly string[]): Promise<boolean> {
  const { Directory } = await import('#registry/contract');
  const known = await app.get(Directory, { strict: false }).municipality(tenant);
  const predecessors = known?.formed?.from ?? [];
  return predecessors.length > 0 && from.every((id) => predecessors.some(({ tenant: its }) => its === id));
}

function ids(text: string): readonly MunicipalityNumber[] {
  const all = [...new Set(text.split(',').map((each) => municipality(each.trim())))];
  if (all.length < 2) throw new InvalidArgumentError('name at least two municipalities, with commas between.');
  return all;
}

function day(text: string): CalendarDate {
  const parsed = CalendarDate.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('a date is written as 2027-01-01.');
  return parsed.data;
}

function unitOf(text: string, earlier?: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [unit, id = ''] = text.split('=');
  if (!UnitId.safeParse(unit).success)
    throw new InvalidArgumentError('write it as 974552876=0220: organisation number and municipality.');
  return new Map([...(earlier ?? []), [unit!, municipality(id)]]);
}
