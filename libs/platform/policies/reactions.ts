import type { ClientBase } from 'pg';
import { isRefused, stableId, type DomainEvent, type Recorded } from '#platform/kernel';
import { outageOf } from '#platform/database';
import type { LogEvent, Report } from '#platform/followers';
import { StreamBusy, type CommandContext, type Outcome, type Streams } from '#platform/streams';
import type { Policy, Reaction } from './policy.js';

/** Streams of any aggregate, as policies use them. */
export type AnyStreams = Streams<unknown, object, DomainEvent, string>;

/** One reaction to be run, with the command context that makes it idempotent. */
export interface Task {
  readonly event: Recorded<DomainEvent>;
  readonly reaction: Reaction;
  readonly nth: number;
  readonly context: CommandContext;
}

/** An event that a policy could not handle. */
export interface FailedEvent {
  readonly logged: LogEvent;
  readonly fault: unknown;
}

export interface ReactionResult {
  /** Position of the last event appended, 0 if none was. */
  readonly appended: bigint;
  /** The first event of each tenant that could not be handled. */
  readonly failing: ReadonlyMap<string, FailedEvent>;
}

class Failing {
  readonly first = new Map<string, FailedEvent>();

  add(logged: LogEvent, fault: unknown): void {
    const known = this.first.get(logged.tenant);
    if (!known || logged.position < known.logged.position) this.first.set(logged.tenant, { logged, fault });
  }

  /** True if this event, or an earlier one of the same tenant, has failed. */
  isBefore({ tenant, position }: LogEvent): boolean {
    const known = this.first.get(tenant);
    return known !== undefined && known.logged.position <= position;
  }
}

/** Number of streams with a reaction under way at the same time. */
const AT_ONCE = 16;

/** Runs a policy's reactions: those on one stream in the order of the log, different streams in parallel. */
export class Reactions {
  private readonly streams: ReadonlyMap<string, AnyStreams>;
  /** Done since the last checkpoint: not repeated when a batch is retried after a fault. */
  private readonly settled = new Set<string>();

  constructor(
    private readonly policy: Policy,
    streams: readonly AnyStreams[],
    private readonly report: Report,
  ) {
    this.streams = new Map(streams.map((each) => [each.category, each]));
  }

  /**
   * Runs the reactions to the events. An event that cannot be handled is returned, and later events of its tenant
   * are left; a refusal is recorded and is no failure. The same events may be given again.
   * @throws an outage of the database or the log, when the current reactions have ended
   */
  async to(events: readonly LogEvent[], client: ClientBase): Promise<ReactionResult> {
    const failing = new Failing();
    const tasks = events.flatMap((logged) => {
      try {
        if (!logged.event) throw logged.fault;
        return followsFrom(this.policy, logged.event).map((task) => ({ logged, task }));
      } catch (fault) {
        failing.add(logged, fault);
        return [];
      }
    });
    const byStream = Map.groupBy(tasks, ({ task: { reaction } }) => `${reaction.to}-${reaction.id}`);
    const chains = byStream.values();
    let last = 0n;
    // Chains run side by side, and a connection runs one statement at a time.
    let recorded: Promise<unknown> = Promise.resolve();
    const record: RecordRefusal = (...values) => (recorded = recorded.then(() => client.query(REFUSAL, values)));
    const carryOut = async () => {
      for (const chain of chains)
        for (const { logged, task } of chain) {
          if (failing.isBefore(logged)) continue;
          try {
            const position = await this.run(task, record);
            if (position > last) last = position;
          } catch (fault) {
            if (outageOf(fault) || fault instanceof StreamBusy) throw fault;
            failing.add(logged, fault);
          }
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, byStream.size) }, carryOut));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return { appended: last, failing: failing.first };
  }

  /** The checkpoint has moved past the reactions that are done. */
  passed(): void {
    this.settled.clear();
  }

  private async run(task: Task, record: RecordRefusal): Promise<bigint> {
    const { event, reaction, nth, context } = task;
    if (this.settled.has(context.commandId)) return 0n;
    const outcome = await this.command(reaction, context);
    let position = isRefused(outcome) ? 0n : outcome.position;
    if (isRefused(outcome)) {
      const rules = outcome.refused.map(({ rule }) => rule);
      const stream = `${reaction.to}-${reaction.id}`;
      await record(this.policy.name, event.id, nth, context.tenant, stream, rules);
      this.report({ what: 'refused', policy: this.policy.name, eventId: event.id, stream, rules });
      position = await this.reportRefusal(task, rules);
    }
    this.settled.add(context.commandId);
    return position;
  }

  /** Runs the policy's reactions to a refusal; idempotent. */
  private async reportRefusal({ event, reaction, nth, context }: Task, rules: readonly string[]): Promise<bigint> {
    let last = 0n;
    for (const after of this.policy.refused?.(event, reaction, rules) ?? []) {
      const outcome = await this.command(after, {
        ...context,
        commandId: stableId(event.id, this.policy.name, after.to, after.id, nth, 'refused'),
        request: stableId(JSON.stringify(after.command)),
      });
      if (!isRefused(outcome) && outcome.position > last) last = outcome.position;
    }
    return last;
  }

  private command({ to, id, command }: Reaction, context: CommandContext): Promise<Outcome> {
    const streams = this.streams.get(to);
    if (!streams) throw new Error(`Policy ${this.policy.name} reacts on ${to}, and no streams are of that name`);
    return streams.run(id, command, context);
  }
}

type RecordRefusal = (
  ...values: [policy: string, eventId: string, nth: number, tenant: string, stream: string, rules: readonly string[]]
) => Promise<unknown>;

const REFUSAL = `
  insert into policy_refusal (policy, event_id, nth, tenant, stream, rules)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

/**
 * Reactions of a policy to an event, with the command contexts that the runner uses: if both the runner and the caller
 * run one, the second changes nothing. There are none to an event that a merger took over: its predecessor has reacted.
 */
export function followsFrom(policy: Policy, event: Recorded<DomainEvent>): readonly Task[] {
  const { tenant, metadata } = event;
  const { correlationId, takenOver } = metadata;
  if (takenOver) return [];
  return (policy.when[event.type]?.react(event) ?? []).map((reaction, nth) => ({
    event,
    reaction,
    nth,
    context: {
      tenant,
      correlationId,
      causationId: event.id,
      actor: `system:${policy.name}`,
      commandId: stableId(event.id, policy.name, reaction.to, reaction.id, nth),
      request: stableId(JSON.stringify(reaction.command)),
    },
  }));
}
