import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Transform } from 'node:stream';
import { setImmediate as later } from 'node:timers/promises';

/** A message to a subscriber: an event of a log at a position, a checkpoint at a position, or that it has caught up. */
export type FromServer = { readonly event: number } | { readonly checkpoint: number } | 'caught up';

interface Asked {
  readonly fromPosition: 'start' | { readonly commit: bigint };
  readonly filter: { checkpointReached(subscription: Transform, position: { commit: bigint }): Promise<void> | void };
}

/** An event as the client delivers it, of a stream under `prefix`. */
export const aRecorded = (position: number, prefix: string) => ({
  event: {
    id: `${position}`,
    type: 'Something',
    isJson: true,
    data: {},
    metadata: { schemaVersion: 1, recordedAt: '2026-08-17T08:00:00Z', metadata: {}, tenant: '3203' },
    revision: 0n,
    position: { commit: BigInt(position), prepare: BigInt(position) },
    streamId: `${prefix}s`,
    created: new Date(0),
  },
});

/**
 * A client whose filtered reads find nothing and never end, and whose subscriptions behave as the real ones do:
 * checkpoints are emitted at once, while events wait in a buffer to be read.
 */
export function clientOf(prefix: string, sent: readonly FromServer[]): KurrentDBClient {
  return {
    readAll: async function* () {
      yield await new Promise<never>(() => undefined);
    },
    subscribeToAll: ({ fromPosition, filter }: Asked) => {
      const from = fromPosition === 'start' ? -1n : fromPosition.commit;
      const subscription: Transform = new Transform({
        objectMode: true,
        transform(one: FromServer, _, next) {
          if (one === 'caught up') this.emit('caughtUp', {});
          else if ('event' in one) return next(null, aRecorded(one.event, prefix));
          else
            return void Promise.resolve(filter.checkpointReached(this, { commit: BigInt(one.checkpoint) })).then(() =>
              next(),
            );
          next();
        },
      });
      void later().then(() => {
        subscription.emit('confirmation');
        for (const one of sent)
          if (one === 'caught up' || BigInt('event' in one ? one.event : one.checkpoint) > from)
            subscription.write(one);
      });
      return Object.assign(subscription, { unsubscribe: () => Promise.resolve() });
    },
  } as unknown as KurrentDBClient;
}
