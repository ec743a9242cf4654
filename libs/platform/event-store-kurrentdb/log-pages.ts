import { BACKWARDS, END, FORWARDS, START, StreamNotFoundError, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, KurrentDBClient, Position } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import type { Connection } from './connection.js';
import { isPassing } from './faults.js';
import type { Passages } from './passages.js';
import { fromKurrent } from './stored-event.js';

/** Both parts of a position are the same for everything that a gRPC client has written. */
export const at = (position: bigint): Position => ({ commit: position, prepare: position });

/** Reads of the log: whole streams, pages of `$all` cut to our own streams, and where it ends. */
export class LogPages {
  /** Everything up to here has been looked through, and `last` is the last event of ours in it. */
  private lookedThrough = 0n;
  private last = 0n;

  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    private readonly passages: Passages,
  ) {}

  stream(stream: string, from: bigint): Promise<StoredEvent[]> {
    return this.connection.call(async (client) => {
      const events: StoredEvent[] = [];
      try {
        for await (const { event } of client.readStream(this.prefix + stream, { ...ask, fromRevision: from }))
          if (event) events.push(fromKurrent(event, this.prefix));
      } catch (fault) {
        if (!(fault instanceof StreamNotFoundError)) throw fault;
      }
      return events;
    });
  }

  /** At most `size` events of ours after a position, in order; none at the end of the log. */
  async page(after: bigint, size: number): Promise<StoredEvent[]> {
    const from = await this.passages.beyond(after);
    return this.connection.call(async (client) => {
      try {
        return await this.take(client, from, after, size);
      } catch (fault) {
        // Where no record begins the server fails the read in the same words as when it is down.
        if (!isPassing(fault) || from === 0n || (await isPosition(client, from))) throw fault;
        return this.take(client, 0n, after, size);
      }
    });
  }

  /** Position of the last event of ours, 0 where there is none. */
  async head(): Promise<bigint> {
    const [begun, seen] = [this.lookedThrough, this.last];
    if (begun === 0n) return this.firstHead();
    const end = await this.end();
    if (end === begun) return this.last;
    const last = await this.connection.call(async (client) => {
      let found = seen;
      for await (const { event } of client.readAll({ ...ask, fromPosition: at(begun), filter: this.filter() }))
        if (event?.position) found = event.position.commit;
      return found;
    });
    this.saw(last, end);
    return this.last;
  }

  /** What is known from elsewhere: an event of ours stands at `last`, and up to `lookedThrough` there is no later one. */
  saw(last: bigint, lookedThrough = last): void {
    if (last > this.last) this.last = last;
    if (lookedThrough > this.lookedThrough) this.lookedThrough = lookedThrough;
  }

  /** Our own streams alone; a checkpoint comes after so many events of others. */
  filter() {
    return streamNameFilter({ prefixes: [this.prefix], maxSearchWindow: 500 });
  }

  private async firstHead(): Promise<bigint> {
    const end = await this.end();
    const passed = await this.passages.last();
    const last = await this.connection.call(async (client) => {
      if (passed)
        for await (const { event } of client.readAll({ ...ask, fromPosition: at(passed.to), filter: this.filter() }))
          if (event) return this.lastOfAll(client);
      return passed ? passed.from : this.lastOfAll(client);
    });
    this.saw(last, end);
    return last;
  }

  private async lastOfAll(client: KurrentDBClient): Promise<bigint> {
    for await (const { event } of client.readAll({ ...last, filter: this.filter() }))
      return event?.position?.commit ?? 0n;
    return 0n;
  }

  /** Where everything ends, that of others too. */
  private end(): Promise<bigint> {
    return this.connection.call(async (client) => {
      for await (const { event } of client.readAll(last)) return event?.position?.commit ?? 0n;
      return 0n;
    });
  }

  private async take(client: KurrentDBClient, from: bigint, after: bigint, size: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (let next: bigint | undefined = from; next !== undefined;) {
      const reading: AsyncIterable<AllStreamResolvedEvent> = client.readAll({
        ...ask,
        fromPosition: next === 0n ? START : at(next),
        filter: this.filter(),
        // What is read begins with the event at the position itself.
        maxCount: size - events.length + 1,
      });
      next = undefined;
      for await (const { event } of reading) {
        if (!event?.position || event.position.commit <= after) continue;
        events.push(fromKurrent(event, this.prefix));
        if (events.length === size) return events;
        next = await this.passages.from(event.position.commit);
        if (next !== undefined) break;
      }
    }
    return events;
  }
}

/** True where a record of the log begins. @throws when the server does not answer at all */
async function isPosition(client: KurrentDBClient, position: bigint): Promise<boolean> {
  for await (const _ of client.readAll(last)) break;
  try {
    for await (const _ of client.readAll({ ...ask, fromPosition: at(position), maxCount: 1 })) break;
    return true;
  } catch (fault) {
    if (!isPassing(fault)) throw fault;
    return false;
  }
}

const ask = { direction: FORWARDS, requiresLeader: true } as const;
const last = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true } as const;
