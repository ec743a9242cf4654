import type { AllStreamResolvedEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '#platform/event-store';
import { answerWithin, type OnAnswer } from './connection.js';
import { NoAnswerInTime } from './faults.js';
import type { SkipRange, SkipRanges } from './skip-ranges.js';
import { fromKurrent } from './stored-event.js';
import { at, filterOf, Subscription } from './subscription.js';

/** The log to read. */
export interface ReadLog {
  /** Prefix of all of the log's streams. */
  readonly prefix: string;
  readonly skipRanges: SkipRanges;
  /** Time in which a read may find nothing before a subscription continues it, in ms. */
  readonly silentMs: number;
}

/** Start of a reading, and the size of its requests. */
export interface ReadFrom {
  /** Events at or before this position are left out. */
  readonly after: bigint;
  /** A known stretch without own events at that position. */
  readonly range?: SkipRange | undefined;
  readonly batch: number;
}

/**
 * Outcome of a read or a subscription: everything wanted was found, there is more, or the server found nothing in time.
 */
type Left = 'done' | 'more' | 'silent';

/**
 * One reading of the log, event by event. A filtered read sends nothing until it finds an event, and starts over when
 * it is repeated; where other logs' events take longer than its time limit it would never advance. A subscription sends
 * checkpoints meanwhile. So the faster read goes first, and a subscription continues when it finds nothing. Progress
 * survives an abandoned try.
 */
export class Reading {
  /** All own events before this position have been delivered, and the one at it if it is an own event. */
  private place: bigint;
  private passedTo: bigint;
  /** Position of the last own event before `place`, 0 at the log's beginning; undefined if unknown. */
  private ours: bigint | undefined;

  /** `found` gets each event once, in order, and returns true when it wants no more. */
  constructor(
    private readonly log: ReadLog,
    private readonly from: ReadFrom,
    private readonly found: (event: StoredEvent) => boolean,
  ) {
    this.passedTo = from.after;
    this.place = from.range?.to ?? from.after;
    this.ours = from.range?.from ?? (from.after === 0n ? 0n : undefined);
  }

  /** Continues until enough is found or the log ends. */
  async goOn(client: KurrentDBClient, onAnswer: OnAnswer): Promise<void> {
    let left = await this.read(client, onAnswer);
    while (left !== 'done')
      left = await (left === 'silent' ? this.listen(client, onAnswer) : this.read(client, onAnswer));
  }

  /** Starts over at the log's beginning; delivered events are not delivered again. */
  restart(): void {
    this.place = this.ours = 0n;
  }

  get atBeginning(): boolean {
    return this.place === 0n;
  }

  get position(): bigint {
    return this.place;
  }

  private async read(client: KurrentDBClient, onAnswer: OnAnswer): Promise<Left> {
    const reading: AsyncIterable<AllStreamResolvedEvent> = client.readAll({
      direction: 'forwards',
      requiresLeader: true,
      fromPosition: this.place === 0n ? 'start' : at(this.place),
      filter: filterOf(this.log.prefix),
      // The read includes the event at the start position.
      maxCount: this.from.batch + 1,
    });
    const events = reading[Symbol.asyncIterator]();
    try {
      for (let read = 0; ; read += 1) {
        const next = await answerWithin(events.next(), this.log.silentMs);
        if (!next) return 'silent';
        if (next.done) return read > this.from.batch ? 'more' : 'done';
        if (!next.value.event) continue;
        const left = await this.take(fromKurrent(next.value.event, this.log.prefix), onAnswer);
        if (left) return left;
      }
    } finally {
      // Not awaited: a search that has found nothing notices the end only when it finds something.
      events.return?.().catch(() => undefined);
    }
  }

  private async listen(client: KurrentDBClient, onAnswer: OnAnswer): Promise<Left> {
    const subscription = new Subscription(client, this.log.prefix, this.place);
    try {
      for await (const message of subscription) {
        if ('caughtUp' in message) return 'done';
        const left = await ('event' in message
          ? this.take(message.event, onAnswer)
          : this.pass(message.passedTo, onAnswer));
        if (left) return left;
      }
      throw new NoAnswerInTime('The subscription was closed before it had told everything');
    } finally {
      subscription.end();
    }
  }

  private async take(event: StoredEvent, onAnswer: OnAnswer): Promise<Left | undefined> {
    const further = await this.log.skipRanges.from(event.position);
    onAnswer();
    this.ours = event.position;
    this.place = further ?? event.position;
    if (event.position > this.passedTo) {
      this.passedTo = event.position;
      if (this.found(event)) return 'done';
    }
    return further === undefined ? undefined : 'more';
  }

  private async pass(to: bigint, onAnswer: OnAnswer): Promise<undefined> {
    onAnswer();
    if (to <= this.place) return;
    this.place = to;
    if (this.ours !== undefined) await this.log.skipRanges.passed({ from: this.ours, to });
  }
}
