import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDatabase, PostgresReadSide, PostgresWorkingTables, type WorkingTables } from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { SettableClock } from '#platform/kernel';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { Dispatches } from './dispatch/dispatches.js';
import { MailsOutOfHours } from './dispatch/mails-out-of-hours.js';
import { UnreachablePeople } from './dispatch/unreachable-people.js';
import { mailEntities } from './dispatch/dispatch.entity.js';
import { mailMigrations } from './dispatch/dispatches.migration.js';
import type { Dispatch, NewDispatch } from './dispatch/dispatch.js';
import { MailSetup } from './mail-setup.js';
import { MailComposer, type Composition } from './message/mail-composer.js';
import { MailSender, type MailSenderOptions } from './sending/mail-sender.js';

export const TENANT = '9901';
export const MORNING = new Date('2026-11-30T06:00:00Z');
/** The name of every receiver: it may be in mails and nowhere else. */
export const PLANTED_NAME = 'Ragnhild Plantet-Hovland';
export const addressOf = (personId: string): string => `p${personId.slice(0, 8)}@example.no`;

/** Composes a short mail to each person, unless a test decides otherwise for one of them. */
export class ExampleComposer extends MailComposer {
  readonly kinds = ['example'];
  /** Sizes of the batches that it was called with. */
  readonly calls: number[] = [];
  decide: (due: Dispatch) => Composition | 'leave-out' | undefined = () => undefined;

  compose(_: string, due: readonly Dispatch[]): Promise<ReadonlyMap<string, Composition>> {
    this.calls.push(due.length);
    const found = new Map<string, Composition>();
    for (const each of due) {
      const composition = this.decide(each) ?? exampleMail(each);
      if (composition !== 'leave-out') found.set(each.dispatchId, composition);
    }
    return Promise.resolve(found);
  }
}

export const exampleMail = ({ personId, period }: Pick<Dispatch, 'personId' | 'period'>): Composition => ({
  mail: {
    to: { name: PLANTED_NAME, address: addressOf(personId) },
    language: 'nb',
    subject: `Påminnelse ${period}`,
    html: `<!doctype html><html lang="nb"><title>Påminnelse</title><p>Hei, ${PLANTED_NAME}. Én sak venter.</p></html>`,
    text: `Hei, ${PLANTED_NAME}. Én sak venter.\n`,
  },
});

export const aPerson = (): string => randomUUID();
export const due = (personId: string, given: Partial<NewDispatch> = {}): NewDispatch => ({
  personId,
  kind: 'example',
  period: '2026-11-30',
  dueAt: MORNING,
  ...given,
});

/** Settings as the environment gives them. */
export const setupOf = (variables: Readonly<Record<string, string>>, folder = '/nowhere'): MailSetup =>
  new MailSetup(readEnvironment({ MAIL_FROM: 'Samspill <samspill@example.no>', ...variables }, '/').mail, folder, () =>
    new TextEncoder().encode('a session key of 32 characters or more'),
  );

/** Mail on a database of its own, with a clock that stands still. */
export interface MailUnderTest {
  readonly database: FreshDatabase;
  readonly source: DataSource;
  readonly tables: WorkingTables;
  readonly clock: SettableClock;
  readonly dispatches: Dispatches;
  readonly hours: MailsOutOfHours;
  readonly unreachable: UnreachablePeople;
  readonly composer: ExampleComposer;
  /** Another sender, which is closed in the end. */
  sender(setup: MailSetup, options?: Partial<MailSenderOptions>): MailSender;
  close(): Promise<void>;
}

export async function openMailUnderTest(): Promise<MailUnderTest> {
  const database = await migratedDatabase(mailMigrations);
  const source = await openDatabase({ url: database.url, entities: mailEntities });
  const tables = new PostgresWorkingTables(source);
  const readSide = new PostgresReadSide(source);
  const clock = new SettableClock(MORNING);
  const composer = new ExampleComposer();
  const senders: MailSender[] = [];
  return {
    database,
    source,
    tables,
    clock,
    composer,
    dispatches: new Dispatches(tables, readSide, clock),
    hours: new MailsOutOfHours(tables, clock),
    unreachable: new UnreachablePeople(readSide, clock),
    sender(setup, options = {}) {
      const sender = new MailSender({ tables, clock, setup, composers: () => [composer], ...options });
      senders.push(sender);
      return sender;
    },
    async close() {
      await Promise.all(senders.map((sender) => sender.close()));
      await source.destroy();
      await database.drop();
    },
  };
}
