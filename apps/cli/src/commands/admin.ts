import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Installation } from '../../../composition/src/index.js';
import {
  dayOf,
  isRefused,
  stableId,
  type CalendarDate,
  type MunicipalityNumber,
  type PersonId,
} from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { changeNumberCommand } from './change-number.js';
import { endSessionsCommand } from './end-sessions.js';
import { mergeCommand } from './merge.js';
import { municipality } from './municipality-option.js';
import { person } from './person-option.js';
import { tenantOf, type ComposedApplication } from './tenant-of.js';
import { withApplication } from './with-application.js';
import { failedByRefusal } from './refusal-text.js';
import { withInstallation } from './with-installation.js';

interface CoordinatorOptions {
  readonly municipality: MunicipalityNumber;
  readonly name: string;
  readonly email?: string;
  readonly title: string;
}
interface SignInOptions {
  readonly municipality: MunicipalityNumber;
  readonly person: PersonId;
}

export function adminCommand(program: Command, cli: Cli): void {
  const root = program
    .command('admin')
    .summary('let the first people in, sign people out, change a number, merge')
    .description(
      'What only the one who runs the machine may do: register a first coordinator, sign a person in, sign\n' +
        'people out, give a municipality another number, and merge municipalities.',
    );
  root
    .command('add-coordinator')
    .description(
      'Registers a person as coordinator of a municipality from today on, and prints their person id. The coordinator then\n' +
        'registers everyone else. Running it again with the same name and mail address changes nothing.',
    )
    .requiredOption(
      '--municipality <number>',
      'four digits, any number that it has had; the municipality must be registered (samspill import)',
      municipality,
    )
    .requiredOption('--name <name>', 'as colleagues know them')
    .option('--email <address>', 'where mail will be sent')
    .option('--title <title>', 'what they are called at work', 'Koordinator for TFS')
    .addHelpText(
      'after',
      `
Example:
  samspill admin add-coordinator --municipality 3203 --name 'Kari Nordmann' --email kari@example.no`,
    )
    .action((options: CoordinatorOptions) =>
      withInstallation(cli, (installation) =>
        withApplication(installation, (app) => addCoordinator(installation, app, options, cli)),
      ),
    );
  root
    .command('sign-in')
    .description(
      'Prints the cookie of a new session for a person who holds a role today. Until OpenID Connect is there it is the way\n' +
        'into a municipality that is not a demo. Whoever has the cookie is that person: treat it as a password. The person\n' +
        'sees the session among their own, and can end it.',
    )
    .requiredOption('--municipality <number>', 'four digits: any number that it has had', municipality)
    .requiredOption('--person <id>', 'person id, as add-coordinator prints it', person)
    .addHelpText(
      'after',
      `
Example:
  COOKIE=$(samspill admin sign-in --municipality 3203 --person 6f1c2d3e-…)
  curl -H "Cookie: $COOKIE" http://127.0.0.1:3000/api/session`,
    )
    .action((options: SignInOptions) =>
      withInstallation(
        cli,
        (installation, { production }) =>
          withApplication(installation, async (app) => {
            if (production)
              throw new CommandFailed('NODE_ENV is production, where people sign in at the OpenID provider only.');
            const { Askers } = await import('#platform/identity');
            const today = dayOf(installation.clock.now());
            const { municipality, person } = options;
            const askers = app.get(Askers, { strict: false });
            const tenant = await tenantOf(app, municipality);
            const asker = await askers.find(tenant, person, today, 'nb');
            const successor = asker ? undefined : await askers.successorOf(tenant);
            if (successor)
              throw new CommandFailed(
                `${municipality} is part of ${successor.name} since a merger: give --municipality ${successor.tenant}.`,
              );
            if (!asker) throw new CommandFailed(`Nobody with that person id holds a role in ${municipality} today.`);
            const session = { tenant, personId: person, via: 'operator' } as const;
            cli.terminal.out(await installation.sessions.issue(session));
          }),
        { existing: true },
      ),
    );
  endSessionsCommand(root, cli);
  changeNumberCommand(root, cli);
  mergeCommand(root, cli);
}

type App = ComposedApplication;

async function addCoordinator(
  installation: Installation,
  app: App,
  options: CoordinatorOptions,
  cli: Cli,
): Promise<void> {
  const [{ GiveRole, RegisterPerson }, { CommandBus }] = await Promise.all([
    import('#registry'),
    import('@nestjs/cqrs'),
  ]);
  const commands = app.get(CommandBus, { strict: false });
  const { name, email = null, title } = options;
  const tenant = await tenantOf(app, options.municipality);
  const context = (what: string): CommandContext => ({
    tenant,
    actor: 'system:operator',
    commandId: stableId('add-coordinator', tenant, name, email ?? '', what),
    request: stableId(JSON.stringify([name, email, title])),
    correlationId: randomUUID(),
  });
  const person = await commands.execute(new RegisterPerson({ name, email, title }, context('person')));
  if (isRefused(person)) throw await failedByRefusal(installation, person, cli);
  const from: CalendarDate = dayOf(installation.clock.now());
  const body = { role: 'coordinator' as const, unitId: null, serviceId: null, serviceUnitId: null, from, to: null };
  const role = await commands.execute(new GiveRole(person.id as PersonId, body, context('role')));
  if (isRefused(role)) throw await failedByRefusal(installation, role, cli);
  cli.terminal.out(person.id);
}
