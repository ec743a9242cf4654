import type { EventCatalog, StoredEvent } from '#platform/event-store';
import {
  isRefused,
  stableId,
  type Clock,
  type Decider,
  type DomainEvent,
  type Recorded,
  type Refused,
  type UnitId,
} from '#platform/kernel';
import { followsFrom, type Policy } from '#platform/policies';
import type { CommandContext } from '#platform/streams';
import type { Commands } from '../commands.js';
import type { RunsCommands } from '../demo-world.js';
import type { Aggregate } from './aggregates.js';

interface Kept {
  state: unknown;
  /** Number of events of the stream. */
  events: number;
  /** Number of commands of the history itself. */
  commands: number;
  changedAt: number;
}
type AnyDecider = Decider<unknown, object, DomainEvent, string>;

/** Streams of these categories end; their states are forgotten after a while. */
const ENDING: ReadonlySet<string> = new Set(['meeting', 'action', 'refuseddecision']);
const ENDED: ReadonlySet<unknown> = new Set(['filed', 'held', 'cancelled', 'completed', 'closed', 'abandoned']);

/**
 * Decides commands on states in memory, by the deciders and policies of the application, and hands out the events in
 * the order in which they are recorded. A repeat of the same commands gives the same events.
 */
export class HistoryCommands implements RunsCommands {
  private readonly kept = new Map<string, Kept>();
  private readonly deciders: ReadonlyMap<string, AnyDecider>;
  private readonly forgotten = new Set<string>();
  private recorded: StoredEvent[] = [];
  /** Number of events so far, which is the position of the last one. */
  events = 0n;
  done = 0;

  constructor(
    private readonly demo: { readonly seed: number; readonly tenant: string; readonly correlationId: string },
    aggregates: readonly Aggregate[],
    private readonly policies: readonly Policy[],
    private readonly catalog: EventCatalog,
    private readonly clock: Clock,
  ) {
    this.deciders = new Map(aggregates.map(({ category, decider }) => [category, decider]));
  }

  id(...parts: readonly (string | number)[]): string {
    return stableId('demo', this.demo.seed, ...parts);
  }

  async run<C extends keyof Commands>(category: C, id: string, command: Commands[C], actor: string): Promise<void> {
    await this.runThrough(category, id, command, actor);
  }

  /** A refusal is a fault of the history, which stays within the rules. */
  runThrough<C extends keyof Commands>(
    category: C,
    id: string,
    command: Commands[C],
    actor: string,
  ): Promise<readonly Recorded[]> {
    const stream = `${category}-${id}`;
    const kept = this.keptOf(stream);
    kept.commands += 1;
    this.done += 1;
    const { seed: _, ...demo } = this.demo;
    const commandId = this.id('command', stream, kept.commands);
    const context: CommandContext = { ...demo, actor, commandId, request: commandId };
    const outcome = this.decide(category, id, command, context);
    if (isRefused(outcome)) {
      const rules = outcome.refused.map(({ rule, at }) => (at === undefined ? rule : `${rule} (${at})`)).join(', ');
      const day = this.clock.now().toISOString();
      return Promise.reject(new Error(`The history's ${command.type} on ${stream} was refused on ${day}: ${rules}`));
    }
    return Promise.resolve(outcome);
  }

  /** The events since the last call. */
  take(): readonly StoredEvent[] {
    const taken = this.recorded;
    this.recorded = [];
    return taken;
  }

  /** Forgets the states of streams that ended before; memory then depends on one year, not on all of them. */
  forgetEndedBefore(before: Date): void {
    for (const [stream, { state, changedAt }] of this.kept) {
      const category = stream.slice(0, stream.indexOf('-'));
      if (changedAt >= before.getTime() || !ENDING.has(category)) continue;
      const status = (state as { readonly status?: unknown }).status;
      if (status !== undefined && !ENDED.has(status)) continue;
      this.kept.delete(stream);
      this.forgotten.add(stream);
    }
  }

  private decide(category: string, id: string, command: object, context: CommandContext): Recorded[] | Refused {
    const decider = this.deciders.get(category);
    if (!decider) throw new Error(`No context has streams of the category ${category}`);
    const stream = `${category}-${id}`;
    const kept = this.keptOf(stream, decider);
    const decided = decider.decide(command, kept.state);
    if (isRefused(decided)) return decided;
    const events = decided.map((event, i) =>
      this.record(stream, stableId(context.commandId, stream, i), event, context),
    );
    kept.state = events.reduce((state, event) => decider.evolve(state, event), kept.state);
    kept.changedAt = this.clock.now().getTime();
    for (const event of events) this.react(event);
    return events;
  }

  private record(stream: string, id: string, event: DomainEvent, { tenant, ...who }: CommandContext): Recorded {
    const now = this.clock.now();
    const kept = this.keptOf(stream);
    const stored: StoredEvent = {
      ...this.catalog.encode(id, event, { ...who, occurredAt: now.toISOString() }),
      tenant,
      stream,
      revision: BigInt(kept.events),
      position: (this.events += 1n),
      recordedAt: now,
    };
    kept.events += 1;
    this.recorded.push(stored);
    return this.catalog.decode(stored);
  }

  /** Executes what follows from the event as the policy runner does, a refusal included. */
  private react(event: Recorded): void {
    for (const policy of this.policies)
      for (const { reaction, nth, context } of followsFrom(policy, event)) {
        const outcome = this.decide(reaction.to, reaction.id, this.withFacts(reaction.command), context);
        if (!isRefused(outcome)) continue;
        const rules = outcome.refused.map(({ rule }) => rule);
        for (const after of policy.refused?.(event, reaction, rules) ?? [])
          this.decide(after.to, after.id, after.command, {
            ...context,
            commandId: stableId(event.id, policy.name, after.to, after.id, nth, 'refused'),
            request: stableId(JSON.stringify(after.command)),
          });
      }
  }

  /** A unit's closure needs its coming meetings, which the application reads from the register. */
  private withFacts(command: object): object {
    if (!('type' in command) || command.type !== 'ListMeetings' || !('unitId' in command)) return command;
    const coming = [...this.kept.values()].flatMap(({ state }) =>
      isComingOf(state, command.unitId as UnitId) ? [{ meetingId: state.meetingId, on: state.on }] : [],
    );
    return { ...command, coming: coming.sort((a, b) => (a.on < b.on ? -1 : 1)) };
  }

  private keptOf(stream: string, decider?: AnyDecider): Kept {
    let kept = this.kept.get(stream);
    if (!kept) {
      if (this.forgotten.has(stream)) throw new Error(`The history has forgotten the stream ${stream}`);
      const { initialState } = decider ?? this.deciders.get(stream.slice(0, stream.indexOf('-')))!;
      this.kept.set(stream, (kept = { state: initialState, events: 0, commands: 0, changedAt: 0 }));
    }
    return kept;
  }
}

interface ComingMeeting {
  readonly meetingId: string;
  readonly on: string;
}
const COMING: ReadonlySet<unknown> = new Set(['planned', 'called', 'postponed']);
const isComingOf = (state: unknown, unitId: UnitId): state is ComingMeeting => {
  const { status, unitIds } = state as { readonly status?: unknown; readonly unitIds?: readonly UnitId[] };
  return COMING.has(status) && unitIds?.[0] === unitId;
};
