import { AsyncLocalStorage } from 'node:async_hooks';
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

/** The work of the process. */
export interface Orders {
  /** ISO instant of its clock. */
  readonly now: string;
  /** It works on one after the other. */
  readonly municipalities: readonly Ordered[];
}
export interface Ordered {
  readonly tenant: string;
  /** The point at which the worker dies; null to work to the end. */
  readonly dieAt: string | null;
}
/** The states that it passed in a municipality. */
export interface Reached {
  readonly tenant: string;
  readonly passed: readonly string[];
  /** True if it came to the point at which it was to die. */
  readonly isStopped: boolean;
}

type Async = (...given: never[]) => Promise<unknown>;

/** The work on a municipality. */
class Work {
  readonly passed: string[] = [];
  /** Set at the point at which the worker is to die: whatever is still under way changes nothing any more. */
  isStopped = false;
  readonly #reached = Promise.withResolvers<void>();
  readonly reached = this.#reached.promise;

  constructor(readonly ordered: Ordered) {}

  async at(point: string): Promise<void> {
    if (this.isStopped) await FOREVER;
    const count = this.passed.filter((each) => each.replace(/ #\d+$/, '') === point).length;
    const name = count === 0 ? point : `${point} #${count + 1}`;
    this.passed.push(name);
    if (name !== this.ordered.dieAt) return;
    this.isStopped = true;
    this.#reached.resolve();
    await FOREVER;
  }
}
const FOREVER = new Promise<never>(() => undefined);

/**
 * Opens the installation, waits for its orders, and does what a worker does in a minute: the sweep of each municipality,
 * and then its mail. Every change of state is a point before and a point after it, such as `append alerts.AlertSent before`;
 * changes of the same name are numbered from the second on. Work on a municipality stops at its `dieAt`. After the last
 * municipality the process kills itself with SIGKILL if any has stopped, so that one process leaves one unfinished state
 * for each municipality. `report` is called for each as soon as it has stopped or is done.
 */
export async function work(
  { variables, folder }: Place,
  ordered: Promise<Orders>,
  report: (reached: Reached) => void,
): Promise<void> {
  const current = new AsyncLocalStorage<Work>();
  const at = (point: string) => current.getStore()!.at(point);
  const change = async <T>(name: string, how: () => Promise<T>): Promise<T> => {
    await at(`${name} before`);
    const answer = await how();
    await at(`${name} after`);
    return answer;
  };
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

  const { now, municipalities } = await ordered;
  clock.set(new Date(now));
  const signal = new AbortController().signal;
  const tasks = sweepTasksOf(app, installation);
  const minute = async (tenant: string) => {
    for (const task of tasks) await task.run(tenant, clock.now(), signal);
    await sender.drain(tenant, signal);
  };
  const works = municipalities.map((each) => new Work(each));
  for (const one of works) {
    const { tenant } = one.ordered;
    await Promise.race([current.run(one, () => minute(tenant)), one.reached]);
    report({ tenant, passed: one.passed, isStopped: one.isStopped });
  }
  if (works.some(({ isStopped }) => isStopped)) {
    process.kill(process.pid, 'SIGKILL');
    await FOREVER;
  }
  await app.close();
  await installation.close();
}
