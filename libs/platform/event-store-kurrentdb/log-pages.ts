import { BACKWARDS, END, FORWARDS, StreamNotFoundError } from '@kurrent/kurrentdb-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { unlessSilent, type Connection } from './connection.js';
import { isPassing } from './faults.js';
import type { Passage } from './passages.js';
import { Reading, type ReadFrom, type ReadLog } from './reading.js';
import { fromKurrent } from './stored-event.js';
import { at, filterOf } from './subscription.js';

/** So many events are asked for at once where all are wanted. */
const BATCH = 4_096;
/** The last event is looked for backwards for so many times as long as a read may say nothing. */
const BACKWARDS_PATIENCE = 4;

/** Reads of the log: whole streams, pages of `$all` cut to our own streams, and where it ends. */
export class LogPages {
  /** Everything up to here has been looked through, and `last` is the last event of ours in it. */
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
        if (!(fault instanceof StreamNotFoundError)) throw fault;
      }
      return events;
    });
  }

  /** At most `size` events of ours after a position, in order; fewer, or none, where the log ends. */
  async page(after: bigint, size: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    const passage = await this.log.passages.around(after);
    await this.read({ after, passage, batch: size }, (event) => events.push(event) === size);
    return events;
  }

  /** Position of the last event of ours, 0 where there is none. */
  async head(): Promise<bigint> {
    const end = await this.end();
    if (this.lookedThrough === 0n) this.saw(await this.firstHead(), end);
    else if (end > this.lookedThrough) this.saw(await this.lastAfter({ from: this.last, to: this.lookedThrough }), end);
    return this.last;
  }

  /** What is known from elsewhere: an event of ours stands at `last`, and up to `lookedThrough` there is no later one. */
  saw(last: bigint, lookedThrough = last): void {
    if (last > this.last) this.last = last;
    if (lookedThrough > this.lookedThrough) this.lookedThrough = lookedThrough;
  }

  private async firstHead(): Promise<bigint> {
    const passage = await this.log.passages.last();
    if (passage && !(await this.somethingAfter(passage))) return passage.from;
    return (await this.lastBackwards()) ?? this.lastAfter(passage ?? { from: 0n, to: 0n });
  }

  private async somethingAfter(passage: Passage): Promise<boolean> {
    let found = false;
    await this.read({ after: passage.from, passage, batch: 1 }, () => (found = true));
    return found;
  }

  /** The last event of ours from the end of a stretch on; where there is none, the one before the stretch. */
  private async lastAfter(passage: Passage): Promise<bigint> {
    let last = passage.from;
    await this.read({ after: passage.from, passage, batch: BATCH }, ({ position }) => {
      last = position;
      return false;
    });
    return last;
  }

  /** The last event of ours, 0 where there is none; undefined where others have written so much since that it takes long. */
  private lastBackwards(): Promise<bigint | undefined> {
    const patience = BACKWARDS_PATIENCE * this.log.silentMs;
    return this.connection.call((client) => unlessSilent(lastOf(client, filterOf(this.log.prefix)), patience));
  }

  /** Where everything ends, that of others too. */
  private end(): Promise<bigint> {
    return this.connection.call((client) => lastOf(client));
  }

  private read(from: ReadFrom, found: (event: StoredEvent) => boolean): Promise<void> {
    const reading = new Reading(this.log, from, found);
    return this.connection.call(async (client, heard) => {
      try {
        await reading.goOn(client, heard);
      } catch (fault) {
        // Where no record begins the server fails the read in the same words as when it is down.
        if (!isPassing(fault) || reading.atBeginning || (await isPosition(client, reading.position))) throw fault;
        heard();
        reading.restart();
        await reading.goOn(client, heard);
      }
    });
  }
}

/** Position of the last event in `$all`, of those that a filter leaves; 0 where there is none. */
async function lastOf(client: KurrentDBClient, filter?: ReturnType<typeof filterOf>): Promise<bigint> {
  for await (const { event } of client.readAll({ ...last, ...(filter && { filter }) }))
    return event?.position?.commit ?? 0n;
  return 0n;
}

/** True where a record of the log begins. @throws when the server does not answer at all */
async function isPosition(client: KurrentDBClient, position: bigint): Promise<boolean> {
  await lastOf(client);
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
