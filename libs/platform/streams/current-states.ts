import type { StoredEvent } from '#platform/event-store';
import { StreamHandedOver } from './merger.events.js';

/** A stream as the log has it now. */
export interface Current<State> {
  readonly state: State;
  /** True when a merger has ended the stream. */
  readonly isHandedOver: boolean;
}

/** The part of streams of one kind that `CurrentStates` uses. */
export interface FoldedStreams<State> {
  readonly initialState: State;
  /** The events of a stream from a revision on. */
  read(id: string, tenant: string, from: bigint): Promise<readonly StoredEvent[]>;
  foldOn(state: State, events: readonly StoredEvent[]): State;
}

interface Known<State> extends Current<State> {
  readonly last: StoredEvent;
}

/** Streams remembered at most; those asked for longest ago are forgotten. */
const MOST = 10_000;

/**
 * States of streams for questions that must not be answered from a read model, which may lag or stand still: may this
 * person do this now? Each question asks the log; only events after the last known one are folded. The last known event
 * is read again, so that a log that was restored beneath the process is noticed.
 */
export class CurrentStates<State> {
  /** In the order in which they were asked for. */
  private readonly known = new Map<string, Known<State>>();

  constructor(
    private readonly streams: FoldedStreams<State>,
    private readonly most = MOST,
  ) {}

  /** @throws the fault of the engine, when the log cannot be asked */
  async of(id: string, tenant: string): Promise<Current<State>> {
    const key = `${tenant}/${id}`;
    const known = this.known.get(key);
    const from = known?.last.revision ?? 0n;
    const read = await this.streams.read(id, tenant, from);
    if (known !== undefined && read[0]?.id !== known.last.id) {
      this.known.delete(key);
      return this.of(id, tenant);
    }
    const news = known === undefined ? read : read.slice(1);
    const last = read.at(-1);
    if (last === undefined) return { state: this.streams.initialState, isHandedOver: false };
    const state = this.streams.foldOn(known?.state ?? this.streams.initialState, news);
    const current = { state, isHandedOver: last.type === StreamHandedOver.type, last };
    this.remember(key, current);
    return current;
  }

  private remember(key: string, current: Known<State>): void {
    const known = this.known.get(key);
    this.known.delete(key);
    // Of two questions at once, the one that read further is remembered.
    this.known.set(key, known !== undefined && known.last.position > current.last.position ? known : current);
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value!);
  }
}
