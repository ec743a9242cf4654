import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import type { Environment } from '#platform/environment';
import { dayOf, isRefused, PersonId, stableId, type MunicipalityNumber, type Refused } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { municipality } from './municipality-option.js';
import { person } from './person-option.js';
import { failedByRefusal } from './refusal-text.js';
import { tenantOf, type ComposedApplication } from './tenant-of.js';
import { withApplication } from './with-application.js';
import { withInstallation } from './with-installation.js';

interface Options {
  readonly municipality: MunicipalityNumber;
  readonly municipalityName?: string;
  readonly name?: string;
  readonly person?: PersonId;
  readonly email?: string;
  readonly title: string;
  readonly days?: number;
}

/** `admin invite-coordinator`. */
export function inviteCoordinatorCommand(root: Command, cli: Cli): void {
  root
    .command('invite-coordinator')
    .description(
      'Registers a coordinator of a municipality, and prints a link for them. Whoever opens the link first and signs in at\n' +
        'the OpenID provider is that coordinator from then on, and registers everyone else. The link works once, and ends with\n' +
        'the next one for the same person. Treat it as a password. Running it again for the same name and mail address\n' +
        'registers nobody twice, and makes a new link.',
    )
    .requiredOption('--municipality <number>', 'four digits, any number that it has had', municipality)
    .option('--municipality-name <name>', 'registers the municipality by this name, where it is not registered')
    .option('--name <name>', 'as colleagues know them')
    .option('--person <id>', 'instead of --name: somebody who is registered already', person)
    .option('--email <address>', 'where mail will be sent')
    .option('--title <title>', 'what they are called at work', 'Koordinator for TFS')
    .option('--days <number>', 'how long the link works, up to 30 (default: 7)', days)
    .addHelpText(
      'after',
      `
Examples:
  samspill admin invite-coordinator --municipality 3203 --municipality-name Asker --name 'Kari Nordmann' --email kari@example.no
  samspill admin invite-coordinator --municipality 3203 --person 6f1c2d3e-… --days 2`,
    )
    .action((options: Options) =>
      withInstallation(cli, (installation, environment) => {
        demandWayIn(environment, options);
        return withApplication(installation, (app) => invite(installation, app, options, cli));
      }),
    );
  root
    .command('revoke-invitation')
    .description('Ends the link of a person that has not been used yet.')
    .requiredOption('--municipality <number>', 'four digits, any number that it has had', municipality)
    .requiredOption('--person <id>', 'person id, as invite-coordinator prints it', person)
    .addHelpText(
      'after',
      `
Example:
  samspill admin revoke-invitation --municipality 3203 --person 6f1c2d3e-…`,
    )
    .action(({ municipality: number, person: personId }: { municipality: MunicipalityNumber; person: PersonId }) =>
      withInstallation(
        cli,
        (installation) =>
          withApplication(installation, async (app) => {
            const { RevokeInvitation } = await import('#sign-in');
            const context = contextOf(await tenantOf(app, number), randomUUID());
            await accepted(installation, cli, (await busOf(app)).execute(new RevokeInvitation(personId, context)));
            cli.terminal.err('The link no longer works.');
          }),
        { existing: true },
      ),
    );
}

/** Before anything is registered. */
function demandWayIn({ oidc }: Pick<Environment, 'oidc'>, { name, person: id }: Options): void {
  if ((name === undefined) === (id === undefined))
    throw new CommandFailed('Give either --name, or --person for somebody who is registered already.');
  if (!oidc)
    throw new CommandFailed(
      'There is no OpenID provider at which anybody could sign in by a link. Set OIDC_ISSUER and the other settings of ' +
        'docs/sign-in.md, here as for the API. In the demo one signs in by choosing a person.',
    );
}

async function invite(installation: Installation, app: ComposedApplication, options: Options, cli: Cli): Promise<void> {
  const [{ GiveRole, RegisterPerson }, { INVITATION_DAYS, InvitePerson, MOST_INVITATION_DAYS }, bus] =
    await Promise.all([import('#registry'), import('#sign-in'), busOf(app)]);
  const { name, email = null, title, days: wanted = INVITATION_DAYS } = options;
  if (wanted > MOST_INVITATION_DAYS)
    throw new CommandFailed(`--days is at most ${MOST_INVITATION_DAYS}.`, EXIT.wrongUse);
  await registerMunicipality(installation, app, options, cli);
  const tenant = await tenantOf(app, options.municipality);
  let personId = options.person;
  if (name !== undefined) {
    const request = stableId(JSON.stringify([name, email, title]));
    // As earlier versions registered them by `add-coordinator`: nobody is registered twice.
    const context = (what: string) =>
      contextOf(tenant, stableId('add-coordinator', tenant, name, email ?? '', what), request);
    const registered = await accepted(
      installation,
      cli,
      bus.execute(new RegisterPerson({ name, email, title }, context('person'))),
    );
    personId = PersonId.parse(registered.id);
    const from = dayOf(installation.clock.now());
    const body = { role: 'coordinator' as const, unitId: null, serviceId: null, serviceUnitId: null, from, to: null };
    await accepted(installation, cli, bus.execute(new GiveRole(personId, body, context('role'))));
  }
  const invitation = new InvitePerson(personId!, wanted, contextOf(tenant, randomUUID()));
  const { link, until } = await accepted(installation, cli, bus.execute(invitation));
  cli.terminal.err(`Person ${personId!}. The link works once, until ${until}:`);
  cli.terminal.out(link);
}

/** Registers the municipality if it is not registered. @throws CommandFailed before anything is written */
async function registerMunicipality(
  installation: Installation,
  app: ComposedApplication,
  { municipality: number, municipalityName: name }: Options,
  cli: Cli,
): Promise<void> {
  const [{ RegisterMunicipality, servedMunicipalities, TenantsByNumber }, { DEFAULT_SETTINGS }, { Askers }] =
    await Promise.all([import('#registry'), import('#registry/contract'), import('#platform/identity')]);
  const successor = await app.get(Askers, { strict: false }).successorOf(number);
  if (successor)
    throw new CommandFailed(
      `${number} is part of ${successor.name} since a merger: give --municipality ${successor.tenant}.`,
    );
  const served = await servedMunicipalities(installation.dataSource);
  const tenant = await app.get(TenantsByNumber, { strict: false }).idOf(number);
  if (served.some(({ id }) => id === tenant)) return;
  if (name === undefined)
    throw new CommandFailed(`${number} is not registered: give its name too (--municipality-name).`);
  if (served.some(({ demo }) => demo))
    throw new CommandFailed(
      'This database holds invented municipalities: use another one (SAMSPILL_DATA or DATABASE_URL) for a real one.',
    );
  const body = { number, name, languageForm: 'neutral' as const, demo: false, settings: DEFAULT_SETTINGS };
  const context = contextOf(number, stableId('invite-coordinator', number, 'municipality'), stableId(name));
  await accepted(installation, cli, (await busOf(app)).execute(new RegisterMunicipality(body, context)));
}

const contextOf = (tenant: string, commandId: string, request = commandId): CommandContext => ({
  tenant,
  actor: 'system:operator',
  commandId,
  request,
  correlationId: randomUUID(),
});

async function busOf(app: ComposedApplication) {
  const { CommandBus } = await import('@nestjs/cqrs');
  return app.get(CommandBus, { strict: false });
}

/** @throws CommandFailed with the refusal's sentence */
async function accepted<Answer extends object>(
  installation: Installation,
  cli: Cli,
  running: Promise<Answer | Refused>,
): Promise<Answer> {
  const answer = await running;
  if (isRefused(answer)) throw await failedByRefusal(installation, answer, cli);
  return answer;
}

function days(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('a whole number of days, 1 or more.');
  return Number(text);
}
