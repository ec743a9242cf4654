import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { count } from '../terminal/progress.js';
import { verify, type Finding, type PassedOverEvent } from '../verify/verify.js';
import { withInstallation } from './with-installation.js';

export function verifyCommand(program: Command, cli: Cli): void {
  program
    .command('verify')
    .summary('walk the log and say what is wrong where')
    .description(
      'Checks that positions grow (and in PostgreSQL have no gaps), that every stream is whole and in order, that every event can be read by its\n' +
        'schema, that every read model is what a fresh fold of the log gives, and that published figures are what the facts\n' +
        'of their moment give. Changes nothing; may be run while Samspill serves. Prints one line for each fault, with\n' +
        'position, stream and type, or table, key and columns. The key of a row and the name of a stream are ids; no content\n' +
        'is printed. Events that an operator passed over are listed as known and are no faults (samspill pass-over).',
    )
    .option('--json', 'one JSON line for each fault on standard output')
    .addHelpText(
      'after',
      `
Examples:
  samspill verify
  samspill verify --json > faults.jsonl || echo damaged`,
    )
    .action((options: { json?: boolean }) =>
      withInstallation(
        cli,
        async (installation) => {
          let faults = 0;
          const onFinding = (finding: Finding) => {
            faults += 1;
            cli.terminal.out(options.json ? JSON.stringify(finding) : sentenceOf(finding));
          };
          const onKnown = ({ kind, name, eventId, tenant }: PassedOverEvent) =>
            cli.terminal.err(`Known: ${kind} ${name} leaves out event ${eventId} of municipality ${tenant}.`);
          const checked = await verify(installation, {
            onFinding,
            onKnown,
            terminal: cli.terminal,
            signal: cli.signal,
          });
          const what = `${count(checked.events)} events, ${checked.readModels} read models with ${count(checked.rows)} rows`;
          if (faults > 0) throw new CommandFailed(`${count(faults)} faults in ${what}.`);
          cli.terminal.err(`All is well: ${what}.`);
        },
        { login: 'operator', existing: true },
      ),
    );
}

function sentenceOf({ fault, position, stream, type, table, key, columns, explanation }: Finding): string {
  const at = [
    position !== undefined && `position ${position}`,
    stream !== undefined && `stream ${stream}`,
    type !== undefined && `type ${type}`,
    table !== undefined && `table ${table}`,
    key !== undefined && `key ${key}`,
    columns !== undefined && columns.length > 0 && `columns ${columns.join(', ')}`,
  ].filter((part) => part !== false);
  return `${fault}  ${at.join(', ')}: ${explanation}`;
}
