import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { setTimeout as pause } from 'node:timers/promises';
import { clientLibrary } from './client-library.js';
import { isAnswered, isTransient, KurrentUnavailable, NoAnswerInTime } from './faults.js';

/** Pauses between tries while the server is unreachable, in ms; the last is repeated. */
const PAUSES = [20, 100, 300, 1_000] as const;

export interface ConnectionOptions {
  readonly connectionString: string;
  /** Time limit of a call, retries included, without any answer from the server, in ms. */
  readonly deadlineMs: number;
  /**
   * Time limit of one try without any answer, in ms: a frozen server keeps its connections open but does not answer.
   */
  readonly tryMs: number;
  readonly onTrouble: (fault: unknown) => void;
}

/**
 * Called when the server has answered, even in part. @throws when this try was abandoned, so that no two tries deliver
 * the same
 */
export type OnAnswer = () => void;

/** The store was closed during a call; an append may have been carried out. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
  constructor(cause?: unknown) {
    super('The event store is closed', { cause });
  }
}

/**
 * A client that is replaced when it gets no answer. The driver's own client waits twenty seconds for its keep-alive,
 * and forever for earlier calls; here every call has a deadline and is retried on new connections until then.
 */
export class Connection {
  private client: KurrentDBClient | undefined;
  private readonly closing = new AbortController();
  private readonly leaving = new Set<Promise<void>>();

  constructor(private readonly options: ConnectionOptions) {}

  /**
   * The result of `ask`, which must be idempotent. When the answer comes in parts, `ask` calls `heard` at each part
   * before processing it: this restarts the time limit of the try and the deadline.
   * @throws KurrentUnavailable when nothing was heard until the deadline
   */
  async call<T>(ask: (client: KurrentDBClient, onAnswer: OnAnswer) => Promise<T>): Promise<T> {
    const { deadlineMs, tryMs, onTrouble } = this.options;
    let lastHeard = performance.now();
    for (let tries = 0; ; tries += 1) {
      if (this.closing.signal.aborted) throw new StoreClosed();
      const client = (this.client ??= clientLibrary().KurrentDBClient.connectionString(this.options.connectionString));
      try {
        return await whileHeard((onAnswer) => {
          return ask(client, () => {
            onAnswer();
            lastHeard = performance.now();
          });
        }, tryMs);
      } catch (fault) {
        if (!isTransient(fault)) throw fault;
        if (this.closing.signal.aborted) throw new StoreClosed(fault);
        if (!isAnswered(fault)) this.renew(client);
        onTrouble(fault);
        const rest = PAUSES[Math.min(tries, PAUSES.length - 1)]!;
        if (performance.now() - lastHeard + rest >= deadlineMs)
          throw new KurrentUnavailable(Math.round(deadlineMs / 1_000), fault);
        await pause(rest, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Closes the connection; calls under way fail. */
  async close(): Promise<void> {
    this.closing.abort();
    if (this.client) this.renew(this.client);
    await Promise.all(this.leaving);
  }

  private renew(client: KurrentDBClient): void {
    if (this.client !== client) return;
    this.client = undefined;
    const left = disposeClient(client).finally(() => this.leaving.delete(left));
    this.leaving.add(left);
  }
}

/** Ends a client's calls and its connection, which `dispose` alone leaves open. */
export async function disposeClient(client: KurrentDBClient): Promise<void> {
  const { getChannel } = client as unknown as { readonly getChannel: () => Promise<{ close(): void }> };
  await inTime(client.dispose(), 1_000).catch(() => undefined);
  await getChannel().then(
    (channel) => channel.close(),
    () => undefined,
  );
}

/** The answer, or a fault when it takes longer than `ms`; the call continues and its answer is ignored. */
export const inTime = <T>(answer: Promise<T>, ms: number): Promise<T> => whileHeard(() => answer, ms);

/** The answer, or undefined when it takes longer than `ms`. */
export function answerWithin<T>(answer: Promise<T>, ms: number): Promise<T | undefined> {
  return inTime(answer, ms).catch((fault: unknown) => {
    if (!(fault instanceof NoAnswerInTime)) throw fault;
    return undefined;
  });
}

/** The answer, or a fault when nothing is heard for `ms`. */
async function whileHeard<T>(ask: (onAnswer: OnAnswer) => Promise<T>, ms: number): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  let givenUp: NoAnswerInTime | undefined;
  const timer = setTimeout(() => reject((givenUp = new NoAnswerInTime(`No answer within ${ms} ms`))), ms);
  const answer = ask(() => {
    if (givenUp) throw givenUp;
    timer.refresh();
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
