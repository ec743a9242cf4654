import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { InboundMail, InboundOutcome } from '#platform/mail';
import { StartRefused } from '#platform/environment';
import { faultEntry } from '#platform/observability';
import { EXIT } from '#platform/process';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { withInstallation } from './with-installation.js';

interface Options {
  readonly recipient?: string;
}

export function mailInCommand(program: Command, cli: Cli): void {
  program
    .command('mail-in')
    .summary('take a mail that has arrived for Samspill, from standard input')
    .description(
      'Takes reports about mail that could not be delivered (RFC 3464), so that pages show who could not be reached. The mail\n' +
        'server gives it each mail to MAIL_BOUNCES and to that address with anything after a +. The same mail may be given any\n' +
        'number of times. Prints one sentence, without names or addresses. SESSION_KEY and MAIL_BOUNCES must be those of the\n' +
        'worker. Exit code 1: the mail is not for Samspill. 75: not possible now, for example without a database; the mail\n' +
        'server keeps the mail and gives it again.',
    )
    .option('--recipient <address>', "the envelope's recipient; else the mail's headers are searched for it")
    .addHelpText(
      'after',
      `
Examples:
  samspill mail-in < message.eml
  samspill mail-in --recipient "$ORIGINAL_RECIPIENT"    # as a pipe transport of Postfix`,
    )
    .action(async ({ recipient }: Options) => {
      const bytes = await readMail(process.stdin);
      const outcome = await takeMail(cli, (inbound) => inbound.take(bytes, recipient));
      if ('rejected' in outcome) throw new CommandFailed(outcome.rejected);
      cli.terminal.out(outcome.done);
    });
}

/** @throws CommandFailed for a mail that is too large, of which no more than the limit is read */
export async function readMail(input: Readable): Promise<Buffer> {
  const { LONGEST_INBOUND_BYTES, TOO_LARGE } = await import('#platform/mail');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_INBOUND_BYTES) throw new CommandFailed(TOO_LARGE);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A fault that is not the mail's must not lose it: the mail server is told to give it again. */
async function takeMail(cli: Cli, take: (inbound: InboundMail) => Promise<InboundOutcome>): Promise<InboundOutcome> {
  try {
    return await withInstallation(
      cli,
      async (installation) => {
        const [{ NestFactory }, { AppModule }, { InboundMail }] = await Promise.all([
          import('@nestjs/core'),
          import('../../../composition/src/index.js'),
          import('#platform/mail'),
        ]);
        const app = await NestFactory.createApplicationContext(AppModule.of(installation), {
          abortOnError: false,
          logger: false,
        });
        try {
          return await take(app.get(InboundMail));
        } finally {
          await app.close();
        }
      },
      { existing: true },
    );
  } catch (fault) {
    throw new CommandFailed(`The mail could not be taken now. ${reasonOf(fault)}`, EXIT.tryAgain);
  }
}

/** A fault's own message may repeat what the mail says. */
const reasonOf = (fault: unknown): string =>
  fault instanceof StartRefused ? fault.message : JSON.stringify(faultEntry(fault));
