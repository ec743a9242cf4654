import { FORWARDS, START, type AllStreamResolvedEvent, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { unlessSilent, type Heard } from './connection.js';
import { NoAnswerInTime } from './faults.js';
import type { Passage, Passages } from './passages.js';
import { fromKurrent } from './stored-event.js';
import { at, filterOf, Subscription } from './subscription.js';

/** The log that is read. */
export interface ReadLog {
  /** Every stream of ours begins with it. */
  readonly prefix: string;
  readonly passages: Passages;
  /** How long a read may say nothing before it is gone on with by a subscription, in ms. */
  readonly silentMs: number;
}

/** Where a reading begins, and how much it asks for at once. */
export interface ReadFrom {
  /** Events at or before this position are not told. */
  readonly after: bigint;
  /** A stretch without events of ours that is known to stand there. */
  readonly passage?: Passage | undefined;
  readonly batch: number;
}

/** How one way of reading was left: all is told that was wanted, there is more, or the server says nothing. */
type Left = 'done' | 'more' | 'silent';

/**
 * One reading of the log, event by event. A filtered read says nothing before it has found something, however long that
 * takes it, and begins anew when it is asked again; where others fill the log for longer than one waits it would never
 * get further. A subscription tells its checkpoints meanwhile. So the read, which is quicker, goes first, and where it
 * falls silent a subscription goes on. What has been gone through stays so when a try is given up.
 */
export class Reading {
  /** All of ours that stands before this has been told, and what stands at it too if it is ours. */
  private place: bigint;
  private told: bigint;
  /** Our last event before `place`, or 0 at the log's beginning; undefined where it is not known. */
  private ours: bigint | undefined;

  /** `found` is given each event once, in order, and answers true when it wants no more. */
  constructor(
    private readonly log: ReadLog,
    private readonly from: ReadFrom,
    private readonly found: (event: StoredEvent) => boolean,
  ) {
    this.told = from.after;
    this.place = from.passage?.to ?? from.after;
    this.ours = from.passage?.from ?? (from.after === 0n ? 0n : undefined);
  }

  /** Goes on until enough is found or the log ends. */
  async goOn(client: KurrentDBClient, heard: Heard): Promise<void> {
    let left = await this.read(client, heard);
    while (left !== 'done') left = await (left === 'silent' ? this.listen(client, heard) : this.read(client, heard));
  }

  /** Begins again at the log's beginning; what has been told is not told again. */
  restart(): void {
    this.place = this.ours = 0n;
  }

  get atBeginning(): boolean {
    return this.place === 0n;
  }

  get position(): bigint {
    return this.place;
  }

  private async read(client: KurrentDBClient, heard: Heard): Promise<Left> {
    const reading: AsyncIterable<AllStreamResolvedEvent> = client.readAll({
      direction: FORWARDS,
      requiresLeader: true,
      fromPosition: this.place === 0n ? START : at(this.place),
      filter: filterOf(this.log.prefix),
      // What is read begins with the event at the position itself.
      maxCount: this.from.batch + 1,
    });
    const events = reading[Symbol.asyncIterator]();
    try {
      for (let read = 0; ; read += 1) {
        const next = await unlessSilent(events.next(), this.log.silentMs);
        if (!next) return 'silent';
        if (next.done) return read > this.from.batch ? 'more' : 'done';
        if (!next.value.event) continue;
        const left = await this.take(fromKurrent(next.value.event, this.log.prefix), heard);
        if (left) return left;
      }
    } finally {
      // Not waited for: a search that has found nothing hears of it only when it finds something.
      events.return?.().catch(() => undefined);
    }
  }

  private async listen(client: KurrentDBClient, heard: Heard): Promise<Left> {
    const subscription = new Subscription(client, this.log.prefix, this.place);
    try {
      for await (const told of subscription) {
        if ('caughtUp' in told) return 'done';
        const left = await ('event' in told ? this.take(told.event, heard) : this.pass(told.passedTo, heard));
        if (left) return left;
      }
      throw new NoAnswerInTime('The subscription was closed before it had told everything');
    } finally {
      subscription.end();
    }
  }

  private async take(event: StoredEvent, heard: Heard): Promise<Left | undefined> {
    const further = await this.log.passages.from(event.position);
    heard();
    this.ours = event.position;
    this.place = further ?? event.position;
    if (event.position > this.told) {
      this.told = event.position;
      if (this.found(event)) return 'done';
    }
    return further === undefined ? undefined : 'more';
  }

  private async pass(to: bigint, heard: Heard): Promise<undefined> {
    heard();
    if (to <= this.place) return;
    this.place = to;
    if (this.ours !== undefined) await this.log.passages.passed({ from: this.ours, to });
  }
}
