import type { DataSource, EntityManager } from 'typeorm';
import { PostgresWorkingTables } from '#platform/database';
import type { Clock } from '#platform/kernel';
import type { Letter } from '../dispatch/claims.js';
import { ExampleComposer, setupOf } from '../mail.examples.js';
import { SmtpTransport } from '../transport/smtp-transport.js';
import { MailSender } from './mail-sender.js';

/** Ends this process without a trace if the point is the one at which it is to die. Nothing runs after it. */
type Dies = (here: string) => Promise<void>;

/** Its n-th transaction is the point `transaction-n-before` or `transaction-n-after` the commit. */
class DyingTables extends PostgresWorkingTables {
  private transactions = 0;

  constructor(
    source: DataSource,
    private readonly dieAt: Dies,
  ) {
    super(source);
  }

  override async in<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.transactions += 1;
    const name = `transaction-${this.transactions}`;
    const answer = await super.in(tenant, async (manager) => {
      const inside = await work(manager);
      await this.dieAt(`${name}-before`);
      return inside;
    });
    await this.dieAt(`${name}-after`);
    return answer;
  }
}

/** `handover-before` is before the first byte, `handover-after` after the server's answer. */
class DyingTransport extends SmtpTransport {
  constructor(
    settings: ConstructorParameters<typeof SmtpTransport>[0],
    private readonly dieAt: Dies,
  ) {
    super(settings);
  }

  override async handOver(letter: Letter) {
    await this.dieAt('handover-before');
    const answer = await super.handOver(letter);
    await this.dieAt('handover-after');
    return answer;
  }
}

/** A sender of example mails that kills its process at `point`. */
export function dyingSender(source: DataSource, smtpUrl: string, clock: Clock, point: string): MailSender {
  const dieAt: Dies = async (here) => {
    if (here !== point) return;
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
  const setup = setupOf({ SMTP_URL: smtpUrl });
  if (!('smtp' in setup.way)) throw new Error('Not a mail server');
  return new MailSender({
    tables: new DyingTables(source, dieAt),
    clock,
    setup,
    composers: () => [new ExampleComposer()],
    transport: new DyingTransport(setup.way.smtp, dieAt),
  });
}
