import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import type { NumberChangePreview } from '#registry';
import { addDays, CalendarDate, isRefused, stableId, type MunicipalityNumber } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { municipality } from './municipality-option.js';
import { failedByRefusal } from './refusal-text.js';
import { withApplication } from './with-application.js';
import { withInstallation } from './with-installation.js';

interface NumberOptions {
  readonly municipality: MunicipalityNumber;
  readonly number: MunicipalityNumber;
  readonly from: CalendarDate;
  readonly name?: string;
  readonly dryRun?: boolean;
}

export function changeNumberCommand(admin: Command, cli: Cli): void {
  admin
    .command('change-number')
    .description(
      'Gives a municipality another number, and another name where it gets one, from a day on. Prints all its numbers.\n' +
        'It keeps its id, which is its first number: commands, sessions and stored data go on with that. What is about an\n' +
        'earlier day is shown with the number and name of that day.',
    )
    .requiredOption('--municipality <id>', 'four digits: the number that it was registered with', municipality)
    .requiredOption('--number <number>', 'the new number, four digits', municipality)
    .requiredOption('--from <date>', 'the first day with the new number', day)
    .option('--name <name>', 'the name from that day on, where it changes')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText(
      'after',
      `
Examples:
  samspill admin change-number --municipality 0220 --number 3025 --from 2020-01-01 --dry-run
  samspill admin change-number --municipality 0220 --number 3025 --from 2020-01-01 --name 'Asker'`,
    )
    .action((options: NumberOptions) => changeNumber(options, cli));
}

function changeNumber({ municipality: id, number, from, name = null, dryRun }: Defaulted, cli: Cli): Promise<void> {
  return withInstallation(cli, (installation) =>
    withApplication(installation, async (app) => {
      const [{ ChangeNumber, ChangeNumberBody, PreviewNumberChange }, { CommandBus, QueryBus }] = await Promise.all([
        import('#registry'),
        import('@nestjs/cqrs'),
      ]);
      const given = ChangeNumberBody.safeParse({ number, name, from });
      if (!given.success) throw new CommandFailed('The name must have 1 to 100 characters.');
      const preview = await app.get(QueryBus, { strict: false }).execute(new PreviewNumberChange(id, given.data));
      if (isRefused(preview)) throw await failedByRefusal(installation, preview, cli);
      if (!dryRun) {
        const outcome = await app
          .get(CommandBus, { strict: false })
          .execute(new ChangeNumber(given.data, contextOf(id, given.data)));
        if (isRefused(outcome)) throw await failedByRefusal(installation, outcome, cli);
      }
      for (const line of linesOf(preview)) cli.terminal.out(line);
      if (dryRun) cli.terminal.err('Nothing was changed: --dry-run.');
    }),
  );
}
type Defaulted = Omit<NumberOptions, 'name'> & { readonly name?: string | null };

const contextOf = (id: string, change: object): CommandContext => ({
  tenant: id,
  actor: 'system:operator',
  commandId: stableId('change-number', id, JSON.stringify(change)),
  request: stableId(JSON.stringify(change)),
  correlationId: randomUUID(),
});

/** Numbers and names after the change, each with its first day: `3025  from 2020-01-01`. */
const linesOf = ({ after: { numbers, names } }: NumberChangePreview): readonly string[] => [
  ...numbers.map((entry, i) => `${entry.number}  ${period(entry.from, numbers[i + 1]?.from)}`),
  ...names.map((entry, i) => `${entry.name}  ${period(entry.from, names[i + 1]?.from)}`),
];

function period(from: CalendarDate | null, next: CalendarDate | null | undefined): string {
  const parts = [from && `from ${from}`, next && `to ${addDays(next, -1)}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'always';
}

function day(text: string): CalendarDate {
  const parsed = CalendarDate.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('a date is written as 2027-01-01.');
  return parsed.data;
}
