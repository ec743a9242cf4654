import { START, streamNameFilter } from '@kurrent/kurrentdb-client';
import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  KurrentDBClient,
  Position,
} from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { fromKurrent } from './stored-event.js';

/** What the client calls out beside the events. */
type Mark =
  /** Up to and with this position nothing of ours stands that has not been told. */
  | { readonly passedTo: bigint }
  /** All that stood in the log has been told; what comes after this is new. */
  | { readonly caughtUp: true };

/** What a subscription tells of the log. */
export type Told = { readonly event: StoredEvent } | Mark;

/** Both parts of a position are the same for everything that a gRPC client has written. */
export const at = (position: bigint): Position => ({ commit: position, prepare: position });

/** Streams of one log alone; a checkpoint comes after so many events of others. */
export const filterOf = (prefix: string) => streamNameFilter({ prefixes: [prefix], maxSearchWindow: 500 });

/**
 * A catch-up subscription on `$all` to one log, which tells everything in the order in which the server told it. The
 * client calls out a checkpoint while events that came before it still wait to be read: who believed it then would
 * pass over them for ever. So it is put in line behind them.
 */
export class Subscription implements AsyncIterable<Told> {
  private readonly told: AllStreamSubscription;
  /** Settled when the server has taken the subscription, or will not. */
  readonly confirmed: Promise<void>;

  /** Tells what stands after `from`, all where it is 0. */
  constructor(
    client: KurrentDBClient,
    private readonly prefix: string,
    from: bigint,
  ) {
    this.told = client.subscribeToAll({
      fromPosition: from === 0n ? START : at(from),
      requiresLeader: true,
      filter: {
        ...filterOf(prefix),
        checkpointReached: (told, { commit: passedTo }) => void told.push({ passedTo } satisfies Mark),
      },
    });
    this.told.once('caughtUp', () => this.told.push({ caughtUp: true } satisfies Mark));
    this.confirmed = new Promise((resolve, reject) => {
      this.told.once('confirmation', () => resolve());
      // Listened to for good: one that comes when it is no longer read would end the process.
      this.told.on('error', reject);
      this.told.once('close', () => reject(new Error('The subscription was closed before it began')));
    });
    this.confirmed.catch(() => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Told> {
    for await (const told of this.told as AsyncIterable<AllStreamResolvedEvent | Mark>)
      if ('passedTo' in told || 'caughtUp' in told) yield told;
      else if (told.event) yield { event: fromKurrent(told.event, this.prefix) };
  }

  /** Ends it; what has not been read is not told any more. */
  end(): void {
    // To let go of what it tells is not to tell the server, which would go on sending.
    this.told.unsubscribe().catch(() => undefined);
    this.told.destroy();
  }
}
