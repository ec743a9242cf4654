import { isRefused, stableId, type DomainEvent, type Recorded } from '#platform/kernel';
import type { EventCatalog, EventStore } from '#platform/event-store';
import type { CommandContext, Streams } from '#platform/streams';
import type { Commands } from './commands.js';

/** Largest number of consecutive commands without changes. */
const LATER = 12;

type AnyStreams = Streams<unknown, object, DomainEvent, string>;
/** Executes the consequences of an event as the policy runner would, with the same command ids. */
export type FollowUp = (event: Recorded) => Promise<void>;

/**
 * Runs the demo's commands on the streams as the handlers do. Command ids derive from the seed and the place in the
 * stream, so that making the same demo again changes nothing and an interrupted one is completed.
 */
export class DemoCommands {
  private readonly commandsOf = new Map<string, number>();
  private readonly streams: ReadonlyMap<string, AnyStreams>;
  /** Number of commands run so far. */
  done = 0;

  constructor(
    private readonly demo: { readonly seed: number; readonly tenant: string; readonly correlationId: string },
    streams: readonly AnyStreams[],
    private readonly events: EventStore,
    private readonly catalog: EventCatalog,
    private readonly followUp: FollowUp,
    /** Ids of the commands already in the log, when an interrupted demo is completed. */
    private readonly earlier: ReadonlySet<string> = new Set(),
  ) {
    this.streams = new Map(streams.map((stream) => [stream.category, stream]));
  }

  /** Ids of the demo: the same for the same seed. */
  id(...parts: readonly (string | number)[]): string {
    return stableId('demo', this.demo.seed, ...parts);
  }

  /** Runs a command; the demo stays within the rules, so a refusal is a fault in the demo. */
  async run<C extends keyof Commands>(category: C, id: string, command: Commands[C], actor: string): Promise<void> {
    const streams = this.streams.get(category);
    if (!streams) throw new Error(`No context has streams of the category ${category}`);
    const context = this.contextOf(category, id, command, actor);
    this.done += 1;
    if (this.changedNothing(category, id, context.commandId)) return;
    const outcome = await streams.run(id, command, context);
    if (isRefused(outcome)) {
      const rules = outcome.refused.map(({ rule, at }) => (at === undefined ? rule : `${rule} (${at})`)).join(', ');
      throw new Error(`The demo's ${command.type} on ${category}-${id} was refused: ${rules}`);
    }
  }

  /** Like `run`, and executes the event's consequences in other streams at once; returns the events. */
  async runThrough<C extends keyof Commands>(
    category: C,
    id: string,
    command: Commands[C],
    actor: string,
  ): Promise<readonly Recorded[]> {
    const context = this.contextOf(category, id, command, actor, 0);
    await this.run(category, id, command, actor);
    const stored = await this.events.read(this.demo.tenant, `${category}-${id}`);
    const own = stored.filter(({ metadata }) => metadata.commandId === context.commandId);
    const recorded = own.map((event) => this.catalog.decode(event));
    for (const event of recorded) await this.followUp(event);
    return recorded;
  }

  /**
   * True for a command that changed nothing in an earlier run and therefore left no trace in the log. It must not be
   * decided again on later state; it is recognised by a later command of the stream in the log.
   */
  private changedNothing(category: string, id: string, commandId: string): boolean {
    if (this.earlier.size === 0 || this.earlier.has(commandId)) return false;
    const stream = `${category}-${id}`;
    const place = this.commandsOf.get(stream)!;
    return Array.from({ length: LATER }, (_, i) => this.commandIdOf(stream, place + 1 + i)).some((later) =>
      this.earlier.has(later),
    );
  }

  private commandIdOf(stream: string, place: number): string {
    return this.id('command', stream, place);
  }

  private contextOf(category: string, id: string, command: object, actor: string, step: 0 | 1 = 1): CommandContext {
    const stream = `${category}-${id}`;
    const place = (this.commandsOf.get(stream) ?? 0) + 1;
    if (step === 1) this.commandsOf.set(stream, place);
    return {
      tenant: this.demo.tenant,
      actor,
      commandId: this.commandIdOf(stream, place),
      request: stableId(JSON.stringify(command, plain)),
      correlationId: this.demo.correlationId,
    };
  }
}

const plain = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
