import { isConflict, type EventStore, type NewEvent, type StoredEvent } from '#platform/event-store';
import type { SettableClock } from '#platform/kernel';
import type { OnMoment } from './simulate-history.js';

/**
 * Appends each moment of a history to a log whose clock it sets, in the same order. Appending the same history again
 * continues where an earlier run stopped.
 * @throws when the log has other events in these streams
 */
export const appendTo =
  (log: EventStore, clock: SettableClock): OnMoment =>
  async (events) => {
    const [first] = events;
    if (!first) return;
    clock.set(first.recordedAt);
    for (const appends of inBatches(events)) await Promise.all(appends.map((append) => appendOne(log, append)));
  };

const asNew = ({ id, type, schemaVersion, data, metadata }: StoredEvent): NewEvent => ({
  id,
  type,
  schemaVersion,
  data,
  metadata,
});

type Append = [StoredEvent, ...StoredEvent[]];

/**
 * Consecutive events of a stream are one append. Appends of a batch run at once, each on another stream, and are
 * written in their order; a stream that comes again begins the next batch.
 */
function* inBatches(events: readonly StoredEvent[]): Generator<readonly Append[]> {
  let batch = new Map<string, Append>();
  let last: string | undefined;
  for (const event of events) {
    if (event.stream === last) batch.get(event.stream)!.push(event);
    else {
      if (batch.has(event.stream)) {
        yield [...batch.values()];
        batch = new Map();
      }
      batch.set(event.stream, [event]);
    }
    last = event.stream;
  }
  yield [...batch.values()];
}

async function appendOne(log: EventStore, [first, ...others]: Append): Promise<void> {
  const { tenant, stream, revision } = first;
  const expected = revision === 0n ? 'no-stream' : revision - 1n;
  const answer = await log.append(tenant, stream, expected, [asNew(first), ...others.map(asNew)]);
  if (isConflict(answer)) throw new Error(`The log has other events in the stream ${stream}`);
}
