import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { Halt } from '#platform/followers';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { withApplication } from './with-application.js';
import { failedByRefusal } from './refusal-text.js';
import { withInstallation } from './with-installation.js';

/** Longest wait for the follower to continue. */
const GOES_ON_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;
const LONGEST_REASON = 500;

interface Options {
  readonly reason: string;
}

/** Position and event where a follower is stopped. Ids, names and codes only. */
export const haltSentence = ({ kind, name, tenant, type, position, eventId, failure }: Halt): string =>
  `${kind} ${name} stands still for municipality ${tenant} at event ${eventId} (${type}, position ${position}): ${failure}`;

export function haltsCommand(program: Command, cli: Cli): void {
  program
    .command('halts')
    .summary('show where read models and policies stand still for a municipality')
    .description(
      'A read model or policy that cannot take an event stands still for the municipality of that event, and goes on for all\n' +
        'others. Prints one line for each; exit code 1 where there is any.',
    )
    .action(() =>
      withInstallation(
        cli,
        async ({ dataSource }) => {
          const { halts } = await import('#platform/followers');
          const found = await halts(dataSource);
          for (const each of found) cli.terminal.out(haltSentence(each));
          if (found.length > 0)
            throw new CommandFailed('samspill pass-over lets one go past its event, when it is known what that means.');
          cli.terminal.err('Nothing stands still.');
        },
        { login: 'operator', existing: true },
      ),
    );
}

export function passOverCommand(program: Command, cli: Cli): void {
  program
    .command('pass-over')
    .argument('<name>', 'the read model or policy that stands still, as samspill halts prints it')
    .argument('<event>', 'id of the event that it stands still at', uuid)
    .requiredOption('--reason <text>', 'why it may be left out; kept in the log, so name no persons', reason)
    .summary('let a read model or policy leave out an event that it cannot take')
    .description(
      'Writes down the decision in the log of the municipality, and waits until the read model or policy has gone on. What the\n' +
        'event says is then missing there, also after a rebuild; the event itself stays in the log.',
    )
    .addHelpText(
      'after',
      `
Example:
  samspill pass-over unit-register 018f0c5e-… --reason 'The number of children does not fit its column'`,
    )
    .action((name: string, eventId: string, options: Options) =>
      withInstallation(cli, (installation) => passOver(installation, name, eventId, options, cli), { existing: true }),
    );
}

async function passOver(installation: Installation, name: string, eventId: string, { reason }: Options, cli: Cli) {
  const { halts } = await import('#platform/followers');
  const names = [...installation.readModels, ...installation.policies].map((each) => each.name);
  if (!names.includes(name))
    throw new CommandFailed(
      `There is no read model or policy called ${name}. There are: ${names.join(', ')}.`,
      EXIT.wrongUse,
    );
  const own = (await halts(installation.dataSource)).filter((each) => each.name === name);
  const halted = own.find((each) => each.eventId === eventId);
  if (!halted)
    throw new CommandFailed(
      own.length === 0
        ? `${name} stands still nowhere, so there is nothing to pass over.`
        : `${name} does not stand still at event ${eventId}. ${own.map(haltSentence).join('. ')}.`,
    );
  await withApplication(installation, async (app) => {
    const [{ OperatorStreams }, { isRefused }] = await Promise.all([import('#operations'), import('#platform/kernel')]);
    const { kind, tenant } = halted;
    const commandId = randomUUID();
    const decided = await app
      .get(OperatorStreams, { strict: false })
      .run(
        tenant,
        { type: 'PassOver', kind, name, eventId, reason },
        { tenant, actor: 'system:operator', commandId, request: commandId, correlationId: commandId },
      );
    if (isRefused(decided)) throw await failedByRefusal(installation, decided, cli);
    await untilGoesOn(installation, halted, cli);
  });
}

async function untilGoesOn({ dataSource }: Installation, halted: Halt, { terminal, signal }: Cli): Promise<void> {
  const { halts } = await import('#platform/followers');
  const { kind, name, tenant, eventId } = halted;
  for (const until = performance.now() + GOES_ON_WITHIN_MS; performance.now() < until;) {
    signal.throwIfAborted();
    const now = (await halts(dataSource)).find(
      (each) => each.kind === kind && each.name === name && each.tenant === tenant,
    );
    if (!now) return terminal.out(`${name} goes on for municipality ${tenant}.`);
    if (now.eventId !== eventId) throw new CommandFailed(`It went past that event. ${haltSentence(now)}.`);
    await pause(LOOK_EVERY_MS);
  }
  terminal.err(`The decision is kept; ${name} has not gone on yet. samspill halts shows where it stands.`);
}

function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError('an event id is a UUID, as samspill halts prints it.');
  return text.toLowerCase();
}

function reason(text: string): string {
  const reason = text.trim();
  if (reason.length === 0 || reason.length > LONGEST_REASON || /\p{Cc}/u.test(reason))
    throw new InvalidArgumentError(`a reason has between 1 and ${LONGEST_REASON} letters, on one line.`);
  return reason;
}
