import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  KurrentDBClient,
  Position,
} from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { clientLibrary } from './client-library.js';
import { fromKurrent } from './stored-event.js';

/** Messages of the client beside the events. */
type Mark =
  /** No undelivered own event exists up to and including this position. */
  | { readonly passedTo: bigint }
  /** All existing events have been delivered; the following ones are new. */
  | { readonly caughtUp: true };

/** A message of a subscription. */
export type SubscriptionMessage = { readonly event: StoredEvent } | Mark;

/** Both parts of a position are equal for all events that gRPC clients have written. */
export const at = (position: bigint): Position => ({ commit: position, prepare: position });

/** Filter for the streams of one log, with the number of other events between two checkpoints. */
export const filterOf = (prefix: string) =>
  clientLibrary().streamNameFilter({ prefixes: [prefix], maxSearchWindow: 500 });

/**
 * A catch-up subscription on `$all` to one log that delivers messages in the server's order. The client emits a
 * checkpoint at once, while earlier events still wait to be read; a reader that trusted it would skip them. So
 * checkpoints are queued behind the events.
 */
export class Subscription implements AsyncIterable<SubscriptionMessage> {
  private readonly messages: AllStreamSubscription;
  /** Settles when the server has confirmed or refused the subscription. */
  readonly confirmed: Promise<void>;

  /** Delivers events after `from`, all if it is 0. */
  constructor(
    client: KurrentDBClient,
    private readonly prefix: string,
    from: bigint,
  ) {
    this.messages = client.subscribeToAll({
      fromPosition: from === 0n ? 'start' : at(from),
      requiresLeader: true,
      filter: {
        ...filterOf(prefix),
        checkpointReached: (marks, { commit: passedTo }) => void marks.push({ passedTo } satisfies Mark),
      },
    });
    this.messages.once('caughtUp', () => this.messages.push({ caughtUp: true } satisfies Mark));
    this.confirmed = new Promise((resolve, reject) => {
      this.messages.once('confirmation', () => resolve());
      // The listener stays: an error emitted after the last read would end the process.
      this.messages.on('error', reject);
      this.messages.once('close', () => reject(new Error('The subscription was closed before it began')));
    });
    this.confirmed.catch(() => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<SubscriptionMessage> {
    for await (const message of this.messages as AsyncIterable<AllStreamResolvedEvent | Mark>)
      if ('passedTo' in message || 'caughtUp' in message) yield message;
      else if (message.event) yield { event: fromKurrent(message.event, this.prefix) };
  }

  /** Ends the subscription; unread events are not delivered. */
  end(): void {
    // Without this call, the server would keep sending.
    this.messages.unsubscribe().catch(() => undefined);
    this.messages.destroy();
  }
}
