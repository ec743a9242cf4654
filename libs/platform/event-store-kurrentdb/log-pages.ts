import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { clientLibrary } from './client-library.js';
import { answerWithin, type Connection } from './connection.js';
import { isTransient } from './faults.js';
import type { SkipRange } from './skip-ranges.js';
import { Reading, type ReadFrom, type ReadLog } from './reading.js';
import { fromKurrent } from './stored-event.js';
import { at, filterOf } from './subscription.js';

/** Events per request when all are wanted. */
const BATCH = 4_096;
/** The backwards search for the last event may take this many times `silentMs`. */
const BACKWARDS_FACTOR = 4;

/** Reads of the log: whole streams, pages of `$all` filtered to the log's own streams, and the position of its end. */
export class LogPages {
  /** The log has been searched up to here, and `last` is the last of its own events found. */
  private lookedThrough = 0n;
  private last = 0n;

  constructor(
    private readonly connection: Connection,
    private readonly log: ReadLog,
  ) {}

  stream(stream: string, from: bigint): Promise<StoredEvent[]> {
    const { prefix } = this.log;
    return this.connection.call(async (client) => {
      const events: StoredEvent[] = [];
      try {
        for await (const { event } of client.readStream(prefix + stream, { ...ask, fromRevision: from }))
          if (event) events.push(fromKurrent(event, prefix));
      } catch (fault) {
        if (!(fault instanceof clientLibrary().StreamNotFoundError)) throw fault;
      }
      return events;
    });
  }

  /** At most `size` of the log's own events after a position, in order; fewer, or none, at the end of the log. */
  async page(after: bigint, size: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    const range = await this.log.skipRanges.around(after);
    await this.read({ after, range, batch: size }, (event) => events.push(event) === size);
    return events;
  }

  /** Position of the log's last own event, 0 if it has none. */
  async head(): Promise<bigint> {
    const end = await this.end();
    if (this.lookedThrough === 0n) this.saw(await this.firstHead(), end);
    else if (end > this.lookedThrough) this.saw(await this.lastAfter({ from: this.last, to: this.lookedThrough }), end);
    return this.last;
  }

  /**
   * Records, from another reader, that `last` is the position of an own event and no later one exists up to
   * `lookedThrough`.
   */
  saw(last: bigint, lookedThrough = last): void {
    if (last > this.last) this.last = last;
    if (lookedThrough > this.lookedThrough) this.lookedThrough = lookedThrough;
  }

  private async firstHead(): Promise<bigint> {
    const range = await this.log.skipRanges.last();
    if (range && !(await this.somethingAfter(range))) return range.from;
    return (await this.lastBackwards()) ?? this.lastAfter(range ?? { from: 0n, to: 0n });
  }

  private async somethingAfter(range: SkipRange): Promise<boolean> {
    let found = false;
    await this.read({ after: range.from, range, batch: 1 }, () => (found = true));
    return found;
  }

  /** The last own event after a skip range; if there is none, the one before it. */
  private async lastAfter(range: SkipRange): Promise<bigint> {
    let last = range.from;
    await this.read({ after: range.from, range, batch: BATCH }, ({ position }) => {
      last = position;
      return false;
    });
    return last;
  }

  /**
   * The last own event, 0 if there is none; undefined when so many events of other logs follow that the search takes
   * too long.
   */
  private lastBackwards(): Promise<bigint | undefined> {
    const withinMs = BACKWARDS_FACTOR * this.log.silentMs;
    return this.connection.call((client) => answerWithin(lastOf(client, filterOf(this.log.prefix)), withinMs));
  }

  /** Position of the end of `$all`, including other logs. */
  private end(): Promise<bigint> {
    return this.connection.call((client) => lastOf(client));
  }

  private read(from: ReadFrom, found: (event: StoredEvent) => boolean): Promise<void> {
    const reading = new Reading(this.log, from, found);
    return this.connection.call(async (client, onAnswer) => {
      try {
        await reading.goOn(client, onAnswer);
      } catch (fault) {
        // At a position where no record begins, the server fails the read with the same message as an outage.
        if (!isTransient(fault) || reading.atBeginning || (await isPosition(client, reading.position))) throw fault;
        onAnswer();
        reading.restart();
        await reading.goOn(client, onAnswer);
      }
    });
  }
}

/** Position of the last event in `$all` that passes the filter; 0 if there is none. */
async function lastOf(client: KurrentDBClient, filter?: ReturnType<typeof filterOf>): Promise<bigint> {
  for await (const { event } of client.readAll({ ...last, ...(filter && { filter }) }))
    return event?.position?.commit ?? 0n;
  return 0n;
}

/** True when a record of the log begins there. @throws when the server does not answer at all */
async function isPosition(client: KurrentDBClient, position: bigint): Promise<boolean> {
  await lastOf(client);
  try {
    for await (const _ of client.readAll({ ...ask, fromPosition: at(position), maxCount: 1 })) break;
    return true;
  } catch (fault) {
    if (!isTransient(fault)) throw fault;
    return false;
  }
}

const ask = { direction: 'forwards', requiresLeader: true } as const;
const last = { direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true } as const;
