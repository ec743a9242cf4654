import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Installation } from '../../../composition/src/index.js';
import { isRefused, type MunicipalityNumber, type PersonId } from '#platform/kernel';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { municipality } from './municipality-option.js';
import { person } from './person-option.js';
import { failedByRefusal } from './refusal-text.js';
import { tenantOf } from './tenant-of.js';
import { withApplication } from './with-application.js';
import { withInstallation } from './with-installation.js';

interface Options {
  readonly municipality?: MunicipalityNumber;
  readonly person?: PersonId;
}

/** `admin end-sessions`. */
export function endSessionsCommand(root: Command, cli: Cli): void {
  root
    .command('end-sessions')
    .description(
      'Signs out a person, or everybody: the next request of their browsers is refused, in every process. What they have\n' +
        'typed stays where it is until they sign in again. Prints the number of sessions that were ended. It is recorded in\n' +
        'the log of the municipality, or of every municipality.',
    )
    .option('--municipality <number>', 'four digits: any number that it has had; with --person', municipality)
    .option('--person <id>', 'person id, from the address of the person’s page; with --municipality', person)
    .addHelpText(
      'after',
      `
Examples:
  samspill admin end-sessions --municipality 3203 --person 6f1c2d3e-…
  samspill admin end-sessions`,
    )
    .action((options: Options) =>
      withInstallation(cli, async (installation) => cli.terminal.out(String(await ended(installation, options, cli))), {
        existing: true,
      }),
    );
}

function ended(
  installation: Installation,
  { municipality: number, person: personId }: Options,
  cli: Cli,
): Promise<number> {
  const isEverybody = number === undefined && personId === undefined;
  if (!isEverybody && (number === undefined || personId === undefined))
    throw new CommandFailed('Give both --municipality and --person, or neither to sign everybody out.');
  return withApplication(installation, async (app) => {
    const [{ SignOutEverybody, SignOutPerson }, { CommandBus }] = await Promise.all([
      import('#sign-in'),
      import('@nestjs/cqrs'),
    ]);
    const commandId = randomUUID();
    const context = { actor: 'system:operator', commandId, request: commandId, correlationId: commandId };
    const outcome = await app
      .get(CommandBus, { strict: false })
      .execute(
        number !== undefined && personId !== undefined
          ? new SignOutPerson(personId, { ...context, tenant: await tenantOf(app, number) })
          : new SignOutEverybody(context),
      );
    if (isRefused(outcome)) throw await failedByRefusal(installation, outcome, cli);
    return outcome.ended;
  });
}
