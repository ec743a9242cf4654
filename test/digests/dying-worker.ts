import { NestFactory } from '@nestjs/core';
import { WorkingTables } from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { Rounds } from '#platform/jobs';
import { SettableClock } from '#platform/kernel';
import { MailSender } from '#platform/mail';
import { AppModule, openInstallation, sweepTasksOf } from '../../apps/composition/src/index.js';

/** The installation of a worker process. */
export interface Place {
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** What it is to do. */
export interface Orders {
  readonly tenant: string;
  /** ISO instant of its clock. */
  readonly now: string;
  /** The point at which it kills itself; null to work to the end. */
  readonly dieAt: string | null;
}

type Async = (...given: never[]) => Promise<unknown>;

/**
 * Opens the installation, waits for its orders, and does what a worker does in a minute: the sweep of a municipality, and
 * then its mail. Every change of state is a point before and a point after it, such as `append alerts.AlertSent before`;
 * changes of the same name are numbered from the second on. It kills itself at one of them without a trace, or returns
 * those that it has passed.
 */
export async function work({ variables, folder }: Place, ordered: Promise<Orders>): Promise<readonly string[]> {
  const passed: string[] = [];
  let dieAt: string | null = null;
  const at = async (point: string) => {
    const count = passed.filter((each) => each.replace(/ #\d+$/, '') === point).length;
    const name = count === 0 ? point : `${point} #${count + 1}`;
    passed.push(name);
    if (name !== dieAt) return;
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
  const change = <T>(name: string, how: () => Promise<T>): Promise<T> =>
    at(`${name} before`)
      .then(how)
      .then(async (answer) => {
        await at(`${name} after`);
        return answer;
      });
  const clock = new SettableClock(new Date(0));
  const environment = readEnvironment({ ...variables, SAMSPILL_DATA: folder, PORT: '0' }, folder);
  const installation = await openInstallation(environment, { clock });
  const app = await NestFactory.createApplicationContext(AppModule.of(installation), { logger: false });

  const { events } = installation;
  const append = events.append.bind(events);
  events.append = (...given: Parameters<typeof append>) =>
    change(`append ${given[3].map(({ type }) => type).join(' ')}`, () => append(...given));
  const tables = app.get<WorkingTables>(WorkingTables, { strict: false });
  const inTransaction = tables.in.bind(tables) as Async;
  tables.in = ((...given: never[]) => change('transaction', () => inTransaction(...given))) as typeof tables.in;
  const rounds = app.get<Rounds>(Rounds, { strict: false });
  const onceFor = rounds.once.bind(rounds);
  rounds.once = (tenantOf, name, period, round, signal) =>
    onceFor(
      tenantOf,
      name,
      period,
      async (lost) => {
        await round(lost);
        await at(`round ${name} before`);
      },
      signal,
    ).then(async (answer) => {
      if (answer === 'done') await at(`round ${name} after`);
      return answer;
    });
  const sender = app.get<MailSender>(MailSender, { strict: false });
  const transport = sender['transport']();
  const handOver = transport.handOver.bind(transport);
  transport.handOver = (...given) => change('handover', () => handOver(...given));

  const orders = await ordered;
  const { tenant } = orders;
  dieAt = orders.dieAt;
  clock.set(new Date(orders.now));
  const signal = new AbortController().signal;
  for (const task of sweepTasksOf(app, installation)) await task.run(tenant, clock.now(), signal);
  await sender.drain(tenant, signal);
  await app.close();
  await installation.close();
  return passed;
}
