import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { runnerUrlOf } from '#platform/database';
import type { EventCatalog, EventStore } from '#platform/event-store';
import {
  decoder,
  describeFault,
  endHalt,
  EVENT_PASSED_OVER,
  halt,
  HALTS,
  lead,
  passedOverBy,
  retryWithBackoff,
  pause,
  NOTIFY_MOVED,
  silent,
  FOLLOWER_STATUSES,
  stop,
  type Decode,
  type Halt,
  type LogEvent,
  type Report,
  type FollowerStatus,
} from '#platform/followers';
import type { Policy } from './policy.js';
import { Reactions, type AnyStreams, type FailedEvent, type ReactionResult } from './reactions.js';

export interface PolicyRunnerOptions {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly policies: readonly Policy[];
  /** Streams of every aggregate to which policies send commands. */
  readonly streams: readonly AnyStreams[];
  readonly report?: Report;
  /** Notifies the process that policies have moved. */
  readonly moved?: () => void;
  /** Time without renewal after which another process takes the lease (default six seconds). */
  readonly leaseMs?: number;
}

/** A running policy. */
interface Following {
  readonly policy: Policy;
  readonly reactions: Reactions;
  position: bigint;
  /** Tenants for which it is halted. */
  readonly held: Map<string, HeldBack>;
  /** Consecutive faults; 0 after a success. */
  faults: number;
  /** Earliest moment of the next try (`performance.now()`). */
  restsUntil: number;
}

/** A tenant whose next event the policy could not handle; retried with a growing pause. */
interface HeldBack {
  halt: Halt;
  tries: number;
  restsUntil: number;
}

const FIRST_MS = 100;
const LONGEST_MS = 10_000;
/** Number of consecutive faults after which readers no longer wait for the policy, and health reports it as stopped. */
const STOPPED_AFTER = 4;
/** Number of consecutive failures after which an event halts its tenant alone; fewer may be a coincidence. */
const HALTED_AFTER = 3;
const LONGEST_HALT_MS = 60_000;
const BATCH = 500;

/**
 * Runs the policies: each has its own checkpoint in the log, and moves on when its reactions to a batch are in the log
 * too. At least once: a reaction's command id is derived from the event, so a repeat changes nothing. An event that a
 * policy cannot handle halts its tenant in that policy; an outage stops the policy. Both are retried until they
 * succeed.
 */
export class PolicyRunner {
  private readonly decode: Decode;
  /** Types of events to which a policy reacts. */
  private readonly wanted: ReadonlySet<string>;
  /** SQL condition that lets a statement succeed under this process's lease only. */
  private fence = 'true';
  private readonly report: Report;

  constructor(private readonly options: PolicyRunnerOptions) {
    this.wanted = new Set(options.policies.flatMap((policy) => Object.keys(policy.when)));
    this.decode = decoder(options.catalog, this.wanted);
    this.report = options.report ?? silent;
  }

  /** Runs until `signal` aborts; then it ends without an error when the current reactions have been answered. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.options.policies.length === 0) return;
    await retryWithBackoff('policies', signal, this.report, async () => {
      const lease = await lead(runnerUrlOf(this.options.source), 'policies', signal, this.options.leaseMs);
      if (!lease) return;
      const leading = AbortSignal.any([signal, lease.lost]);
      try {
        this.fence = lease.fence;
        const client = await lease.connection();
        this.report({ what: 'leading', who: 'policies' });
        const following = await this.enrol(client);
        while (!leading.aborted) await this.follow(client, following, leading);
        if (!signal.aborted) lease.throwIfLost();
      } finally {
        await lease.release();
      }
    });
  }

  private async enrol(client: Client): Promise<readonly Following[]> {
    const names = this.options.policies.map(({ name }) => name);
    await client.query(
      `insert into log_follower (kind, name, version, position, state)
       select 'policy', name, 1, 0, 'following' from unnest($1::text[]) as policy(name)
       on conflict (kind, name) do nothing`,
      [names],
    );
    const { rows } = await client.query<FollowerStatus>(`${FOLLOWER_STATUSES} where kind = 'policy'`);
    const { rows: halts } = await client.query<Halt>(`${HALTS} where kind = 'policy'`);
    return this.options.policies.map((policy) => ({
      policy,
      reactions: new Reactions(policy, this.options.streams, this.report),
      position: rows.find(({ name }) => name === policy.name)!.position,
      held: new Map(
        halts
          .filter(({ name }) => name === policy.name)
          .map((halt) => [halt.tenant, { halt, tries: 0, restsUntil: 0 }]),
      ),
      faults: 0,
      restsUntil: 0,
    }));
  }

  /** Follows the log with all policies that are not pausing, until one's pause ends. */
  private async follow(client: Client, all: readonly Following[], signal: AbortSignal): Promise<void> {
    for (const it of all)
      for (const held of [...it.held.values()])
        if (held.restsUntil <= performance.now()) await this.retry(client, it, held, signal);
    const now = performance.now();
    const awake = all.filter(({ restsUntil }) => restsUntil <= now);
    const resting = all.filter((it) => !awake.includes(it));
    const held = all.flatMap((it) => [...it.held.values()]);
    const wakesIn = Math.max(0, Math.min(...[...resting, ...held].map(({ restsUntil }) => restsUntil - now)));
    if (awake.length === 0) return pause(wakesIn, signal);
    const round = new AbortController();
    const timer = Number.isFinite(wakesIn) ? setTimeout(() => round.abort(), wakesIn) : undefined;
    try {
      const after = awake.map(({ position }) => position).reduce((least, each) => (each < least ? each : least));
      const until = AbortSignal.any([signal, round.signal]);
      const how = { after, batchSize: BATCH, signal: until, dataOf: this.wanted };
      for await (const stored of this.options.events.subscribe(how)) {
        if (!(await this.take(client, awake, stored.map(this.decode)))) return;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs one policy after another on the events that it has not taken yet. Returns false when a retry must wait. */
  private async take(client: Client, awake: readonly Following[], batch: readonly LogEvent[]): Promise<boolean> {
    const moved: Moved[] = [];
    let newlyHeld = false;
    for (const it of awake) {
      try {
        const { appended, failing } = await it.reactions.to(eventsFor(it, batch), client);
        const [first] = failing.values();
        if (first && (it.faults + 1 < HALTED_AFTER || failing.has(''))) throw first.fault;
        moved.push({ it, appended, halts: [...failing.values()].map((failed) => haltOf(it.policy, failed)) });
        newlyHeld ||= failing.size > 0;
      } catch (fault) {
        await this.letRest(client, it, fault);
      }
    }
    await this.save(client, moved, batch.at(-1)!.position);
    if (batch.some(({ type }) => type === EVENT_PASSED_OVER)) this.hurry(awake);
    return moved.length === awake.length && !newlyHeld;
  }

  /** Retries soon: the read model of skipped events is a moment behind the log. */
  private hurry(all: readonly Following[]): void {
    for (const it of all)
      for (const held of it.held.values()) Object.assign(held, { tries: 0, restsUntil: performance.now() + FIRST_MS });
  }

  /** Reacts to the events that the tenant has missed, up to the policy's checkpoint, and ends its halt. */
  private async retry(client: Client, it: Following, held: HeldBack, signal: AbortSignal): Promise<void> {
    const { tenant, position, kind, name } = held.halt;
    const passedOver = await passedOverBy(client, 'policy', name);
    const isMissed = (logged: LogEvent) =>
      logged.tenant === tenant && logged.position <= it.position && !passedOver.has(logged.id);
    let appended = 0n;
    for await (const stored of this.options.events.readAll({ after: position - 1n, batchSize: BATCH, signal })) {
      const missed = stored.map(this.decode).filter((logged) => logged.type in it.policy.when && isMissed(logged));
      const reacted = await this.reactOrRest(client, it, held, missed);
      if (!reacted) return;
      if (reacted > appended) appended = reacted;
      if (stored.at(-1)!.position >= it.position) break;
    }
    if (signal.aborted) return;
    await endHalt(client, held.halt);
    it.held.delete(tenant);
    await this.save(client, [{ it, appended, halts: [] }], it.position);
    this.report({ what: 'goes-on', kind, name, tenant });
  }

  /** Undefined if an event still cannot be handled: then the tenant waits for its next retry. */
  private async reactOrRest(
    client: Client,
    it: Following,
    held: HeldBack,
    missed: readonly LogEvent[],
  ): Promise<bigint | undefined> {
    let reacted: ReactionResult | undefined;
    try {
      reacted = await it.reactions.to(missed, client);
    } catch (fault) {
      this.report({ what: 'fault', who: it.policy.name, failure: describeFault(fault), retryInMs: FIRST_MS });
    }
    const failed = reacted?.failing.get(held.halt.tenant);
    if (reacted && !failed) return reacted.appended;
    if (failed) {
      held.halt = haltOf(it.policy, failed);
      await halt(client, held.halt);
      if (held.tries === 0) this.report({ what: 'halted', ...held.halt });
    }
    held.tries += 1;
    held.restsUntil = performance.now() + Math.min(FIRST_MS * 2 ** held.tries, LONGEST_HALT_MS);
    return undefined;
  }

  /** Moves the policies to `position`, and records the tenants they are halted for, in one transaction. */
  private async save(client: Client, moved: readonly Moved[], position: bigint): Promise<void> {
    const halts = moved.flatMap((each) => each.halts);
    if (halts.length > 0) await client.query('begin');
    await client.query(
      `update log_follower as it set position = greatest(it.position, $3), appended = greatest(it.appended, moved.appended),
         state = 'following', failed_position = null, failed_type = null, failure = null
       from unnest($1::text[], $2::bigint[]) as moved(name, appended)
       where it.kind = 'policy' and it.name = moved.name and ${this.fence}`,
      [moved.map(({ it }) => it.policy.name), moved.map(({ appended }) => appended), position],
    );
    for (const each of halts) await halt(client, each);
    if (halts.length > 0) await client.query('commit');
    for (const { it, halts: own } of moved)
      for (const each of own) {
        it.held.set(each.tenant, { halt: each, tries: 1, restsUntil: performance.now() + FIRST_MS });
        this.report({ what: 'halted', ...each });
      }
    for (const { it } of moved) {
      if (position > it.position) it.position = position;
      it.faults = 0;
      it.reactions.passed();
    }
    await client.query(NOTIFY_MOVED);
    this.options.moved?.();
  }

  private async letRest(client: Client, it: Following, fault: unknown): Promise<void> {
    it.faults += 1;
    const retryInMs = Math.min(FIRST_MS * 2 ** (it.faults - 1), LONGEST_MS);
    it.restsUntil = performance.now() + retryInMs;
    const { name } = it.policy;
    const failure = describeFault(fault);
    this.report({ what: 'fault', who: name, failure, retryInMs });
    if (it.faults !== STOPPED_AFTER) return;
    await stop(client, 'policy', name, { failure });
    this.report({ what: 'stopped', kind: 'policy', name, failure });
    this.options.moved?.();
  }
}

/** A policy that has taken a batch, except the events of the tenants that it is now halted for. */
interface Moved {
  readonly it: Following;
  readonly appended: bigint;
  readonly halts: readonly Halt[];
}

/** Events that the policy reacts to, has not taken yet, and that belong to no tenant it is halted for. */
const eventsFor = ({ policy, position, held }: Following, batch: readonly LogEvent[]): readonly LogEvent[] =>
  batch.filter((logged) => logged.position > position && logged.type in policy.when && !held.has(logged.tenant));

const haltOf = ({ name }: Policy, { logged, fault }: FailedEvent): Halt => ({
  kind: 'policy',
  name,
  tenant: logged.tenant,
  position: logged.position,
  eventId: logged.id,
  type: logged.type,
  failure: describeFault(fault),
});
