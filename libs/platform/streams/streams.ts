import { setTimeout as pause } from 'node:timers/promises';
import {
  isRefused,
  refuse,
  stableId,
  type Clock,
  type Decider,
  type DomainEvent,
  type Refused,
} from '#platform/kernel';
import {
  isConflict,
  NotAppendable,
  type AppendRule,
  type Appended,
  type EventCatalog,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '#platform/event-store';
import { CurrentStates, type Current } from './current-states.js';
import { EarlierReads } from './earlier-reads.js';
import { firstAnswer } from './idempotency-key.js';
import { StreamHandedOver, withoutMerger } from './merger.events.js';
import { OneAtATime } from './one-at-a-time.js';

/** Actor, tenant and identity of a command; the identity makes a repeat idempotent. */
export interface CommandContext {
  readonly tenant: string;
  /** Person id, or `system:<name>`. */
  readonly actor: string;
  /** The same command id gives the same answer and no second event. */
  readonly commandId: string;
  /** Digest of the request, which tells a repeat from a reused key. */
  readonly request: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The revision that the user saw (`If-Match`); the command is refused if the stream has changed since. */
  readonly expected?: bigint;
  /** Streams that were read for this command before it runs; each is decided on once. */
  readonly reads?: EarlierReads;
}

/** Rules that may refuse any command, in every context. */
export type StreamRule =
  'NOT_FOUND' | 'CHANGED_SINCE_READ' | 'IDEMPOTENCY_KEY_REUSED' | 'MUNICIPALITY_MERGED' | AppendRule;
/** The position of the result; the stream's current one when there was nothing to do. */
export type Accepted = Appended & { readonly id: string };
export type Outcome<Rule extends string = string> = Accepted | Refused<Rule | StreamRule>;

export interface Loaded<State> {
  readonly state: State;
  /** -1 if there is no stream. */
  readonly revision: bigint;
  readonly position: bigint;
}

/**
 * A command, or a function that makes it from the stream as it stands, asking others for the facts that the decision
 * needs. It is called again after a conflicting append, so that facts and decision always belong to the same state.
 * It must not run a command on the same stream, whose turn it has.
 */
export type CommandOf<State, Command extends object, Rule extends string> =
  Command | ((loaded: Loaded<State>) => Promise<Command | Refused<Rule>>);

/** Largest number of tries when other processes write first. */
const TRIES = 20;
/** Pause before the next try, in ms, multiplied by the number of lost races. */
const PAUSE = 5;

/** Other processes wrote to the stream at every try; nothing was written, and the command may be repeated. */
export class StreamBusy extends Error {
  override readonly name = 'StreamBusy';
}

/** Read, upcast, fold, decide, append: the only way from a command to the log. */
export class Streams<State, Command extends object, Event extends DomainEvent, Rule extends string> {
  private readonly turns = new OneAtATime();
  private readonly currentStates = new CurrentStates<State>({
    initialState: this.decider.initialState,
    read: (id, tenant, from) => this.store.read(tenant, this.streamOf(id), from),
    foldOn: (state, events) => this.foldOn(state, events),
  });

  constructor(
    readonly category: string,
    readonly decider: Decider<State, Command, Event, Rule>,
    private readonly store: EventStore,
    private readonly catalog: EventCatalog,
    private readonly clock: Clock,
  ) {}

  /** Name of the stream in the log. */
  streamOf(id: string): string {
    return `${this.category}-${id}`;
  }

  /**
   * The current state of the tenant's stream. With the `reads` of a command, the stream is read once for all that
   * prepare it.
   */
  async load(id: string, tenant: string, reads?: EarlierReads): Promise<Loaded<State>> {
    const stream = this.streamOf(id);
    const history = reads?.get(stream) ?? (await this.store.read(tenant, stream));
    reads?.keep(stream, history);
    return this.fold(history);
  }

  /** The state of the tenant's stream as the log has it now; what is remembered of it is not read again. */
  current(id: string, tenant: string): Promise<Current<State>> {
    return this.currentStates.of(id, tenant);
  }

  /**
   * Reads for commands that are about to begin these streams, one each. What the commands have in common is read once, and
   * the streams are taken to be empty: where one is not, its append is refused, and the stream is read then.
   */
  async readsToBegin(tenant: string, ids: readonly string[]): Promise<EarlierReads> {
    const reads = new EarlierReads();
    const own = `municipality-${tenant}`;
    reads.keep(own, await this.store.read(tenant, own));
    for (const id of ids) reads.keep(this.streamOf(id), []);
    return reads;
  }

  /**
   * Runs a command on stream `<category>-<id>`. Commands on one stream run one at a time within the process; after a
   * concurrent write it reads and decides again, unless the command states the revision that its user saw. Throws only
   * for faults of the engine, and `StreamBusy`.
   */
  async run<FactRule extends string = never>(
    id: string,
    command: CommandOf<State, Command, FactRule>,
    context: CommandContext,
  ): Promise<Outcome<Rule | FactRule>> {
    const turn = `${context.tenant}/${id}`;
    // The command that has the turn is about to write, so what was read before is of no use.
    if (this.turns.isTaken(turn)) context.reads?.take(this.streamOf(id));
    try {
      return await this.turns.take(turn, () => this.decideAndAppend(id, command, context));
    } catch (error) {
      if (error instanceof NotAppendable) return { refused: error.broken };
      throw error;
    }
  }

  private async decideAndAppend<FactRule extends string>(
    id: string,
    command: CommandOf<State, Command, FactRule>,
    context: CommandContext,
  ): Promise<Outcome<Rule | FactRule>> {
    for (let attempt = 1; ; attempt += 1) {
      const history =
        context.reads?.take(this.streamOf(id)) ?? (await this.store.read(context.tenant, this.streamOf(id)));
      const earlier = firstAnswer(history, context);
      if (earlier) return 'refused' in earlier ? earlier : { id, ...earlier };
      if (await this.isHandedOver(history, context)) return refuse('MUNICIPALITY_MERGED');
      const loaded = this.fold(history);
      const { state, revision, position } = loaded;
      if (context.expected !== undefined && context.expected !== revision) return refuse('CHANGED_SINCE_READ');
      const made = isMaker<State, Command, FactRule>(command) ? await command(loaded) : command;
      if (isRefused<FactRule>(made)) return made;
      const decided = this.decider.decide(made, state);
      if (isRefused<Rule>(decided)) return decided;
      const [first, ...rest] = this.encode(id, decided, context);
      if (!first) return { id, revision, position };
      const expected = revision < 0n ? 'no-stream' : revision;
      const answer = await this.store.append(context.tenant, this.streamOf(id), expected, [first, ...rest]);
      if (!isConflict(answer)) return { id, ...answer };
      if (attempt === TRIES) throw new StreamBusy(`${this.category}: gave up after ${TRIES} conflicting appends`);
      await pause(attempt * PAUSE);
    }
  }

  /**
   * True when a merger has ended the stream, or, of a stream that has not begun, its municipality. What follows by a
   * policy from events before the merger may still begin a stream.
   */
  private async isHandedOver(history: readonly StoredEvent[], context: CommandContext): Promise<boolean> {
    const { tenant, reads, causationId } = context;
    const own = `municipality-${tenant}`;
    if (history.length > 0) return history.at(-1)!.type === StreamHandedOver.type;
    if (causationId !== undefined) return false;
    return (reads?.get(own) ?? (await this.store.read(tenant, own))).at(-1)?.type === StreamHandedOver.type;
  }

  private fold(history: readonly StoredEvent[]): Loaded<State> {
    const state = this.foldOn(this.decider.initialState, history);
    const last = history.at(-1);
    return { state, revision: last?.revision ?? -1n, position: last?.position ?? 0n };
  }

  private foldOn(state: State, events: readonly StoredEvent[]): State {
    return withoutMerger(events).reduce(
      (folded, stored) => this.decider.evolve(folded, this.catalog.decode(stored) as unknown as Event),
      state,
    );
  }

  private encode(id: string, events: readonly Event[], context: CommandContext): NewEvent[] {
    const { tenant: _, expected: __, reads: ___, ...who } = context;
    const metadata = { ...who, occurredAt: this.clock.now().toISOString() };
    return events.map((event, i) =>
      this.catalog.encode(stableId(context.commandId, this.streamOf(id), i), event, metadata),
    );
  }
}

const isMaker = <State, Command extends object, Rule extends string>(
  command: CommandOf<State, Command, Rule>,
): command is (loaded: Loaded<State>) => Promise<Command | Refused<Rule>> => typeof command === 'function';
