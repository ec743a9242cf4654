import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { urlOf } from '#platform/database';
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
  persist,
  rest,
  SAY_MOVED,
  silent,
  STANDINGS,
  stop,
  type Decode,
  type Halt,
  type LogEvent,
  type Report,
  type Standing,
} from '#platform/followers';
import type { Policy } from './policy.js';
import { Reactions, type AnyStreams, type FailedEvent, type Reacted } from './reactions.js';

export interface PolicyRunnerOptions {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly policies: readonly Policy[];
  /** Of every aggregate that policies react on. */
  readonly streams: readonly AnyStreams[];
  readonly report?: Report;
  /** Word within the process that policies have moved. */
  readonly moved?: () => void;
  /** How long the leader may be silent before another takes over (default six seconds). */
  readonly leaseMs?: number;
}

/** A policy at work. */
interface Following {
  readonly policy: Policy;
  readonly reactions: Reactions;
  position: bigint;
  /** Municipalities that it stands still for. */
  readonly held: Map<string, HeldBack>;
  /** Faults one after another; 0 while all is well. */
  faults: number;
  /** Not to be tried before this moment (`performance.now()`). */
  restsUntil: number;
}

/** A municipality whose next event the policy could not handle; tried again with a growing pause. */
interface HeldBack {
  halt: Halt;
  tries: number;
  restsUntil: number;
}

const FIRST_MS = 100;
const LONGEST_MS = 10_000;
/** After so many faults in a row readers no longer wait for the policy, and health says that it is stopped. */
const STOPPED_AFTER = 4;
/** An event that fails so often in a row stops its municipality alone; fewer times may be chance. */
const HALTED_AFTER = 3;
const LONGEST_HALT_MS = 60_000;
const BATCH = 500;

/**
 * Carries on what follows from events: every policy has its own place in the log, and moves on when its reactions to a
 * batch are in the log too. At least once: a reaction's command id is made from the event, so a repeat changes nothing.
 * An event that a policy cannot handle holds up its municipality in that policy; an outage holds up the policy. Both are
 * tried again until they go.
 */
export class PolicyRunner {
  private readonly decode: Decode;
  /** What lets a statement be carried out under this process's lease alone. */
  private fence = 'true';
  private readonly report: Report;

  constructor(private readonly options: PolicyRunnerOptions) {
    this.decode = decoder(options.catalog, new Set(options.policies.flatMap((policy) => Object.keys(policy.when))));
    this.report = options.report ?? silent;
  }

  /** Works until `signal` aborts; then it ends quietly when the reactions under way have been answered. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.options.policies.length === 0) return;
    await persist('policies', signal, this.report, async () => {
      const lease = await lead(urlOf(this.options.source), 'policies', signal, this.options.leaseMs);
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
    const { rows } = await client.query<Standing>(`${STANDINGS} where kind = 'policy'`);
    const { rows: halts } = await client.query<Halt>(`${HALTS} where kind = 'policy'`);
    return this.options.policies.map((policy) => ({
      policy,
      reactions: new Reactions(policy, this.options.streams, this.report),
      position: rows.find(({ name }) => name === policy.name)!.position,
      held: new Map(
        halts
          .filter(({ name }) => name === policy.name)
          .map((halt) => [halt.municipality, { halt, tries: 0, restsUntil: 0 }]),
      ),
      faults: 0,
      restsUntil: 0,
    }));
  }

  /** Follows the log with all policies that do not rest, until one has rested enough. */
  private async follow(client: Client, all: readonly Following[], signal: AbortSignal): Promise<void> {
    for (const it of all)
      for (const held of [...it.held.values()])
        if (held.restsUntil <= performance.now()) await this.retry(client, it, held, signal);
    const now = performance.now();
    const awake = all.filter(({ restsUntil }) => restsUntil <= now);
    const resting = all.filter((it) => !awake.includes(it));
    const held = all.flatMap((it) => [...it.held.values()]);
    const wakesIn = Math.max(0, Math.min(...[...resting, ...held].map(({ restsUntil }) => restsUntil - now)));
    if (awake.length === 0) return rest(wakesIn, signal);
    const round = new AbortController();
    const timer = Number.isFinite(wakesIn) ? setTimeout(() => round.abort(), wakesIn) : undefined;
    try {
      const after = awake.map(({ position }) => position).reduce((least, each) => (each < least ? each : least));
      const until = AbortSignal.any([signal, round.signal]);
      for await (const stored of this.options.events.subscribe({ after, batchSize: BATCH, signal: until })) {
        if (!(await this.take(client, awake, stored.map(this.decode)))) return;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** One policy after another reacts to what it has not taken yet. Answers false when something must rest. */
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

  /** Tries again soon: the read model that says what is passed over is a moment behind the log. */
  private hurry(all: readonly Following[]): void {
    for (const it of all)
      for (const held of it.held.values()) Object.assign(held, { tries: 0, restsUntil: performance.now() + FIRST_MS });
  }

  /** Reacts to what the municipality has missed, up to where the policy stands, and lets it go on with the others. */
  private async retry(client: Client, it: Following, held: HeldBack, signal: AbortSignal): Promise<void> {
    const { municipality, position, kind, name } = held.halt;
    const passedOver = await passedOverBy(client, 'policy', name);
    const isMissed = (logged: LogEvent) =>
      logged.municipality === municipality && logged.position <= it.position && !passedOver.has(logged.id);
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
    it.held.delete(municipality);
    await this.save(client, [{ it, appended, halts: [] }], it.position);
    this.report({ what: 'goes-on', kind, name, municipality });
  }

  /** Undefined where an event still cannot be handled: then the municipality rests. */
  private async reactOrRest(
    client: Client,
    it: Following,
    held: HeldBack,
    missed: readonly LogEvent[],
  ): Promise<bigint | undefined> {
    let reacted: Reacted | undefined;
    try {
      reacted = await it.reactions.to(missed, client);
    } catch (fault) {
      this.report({ what: 'fault', who: it.policy.name, failure: describeFault(fault), retryInMs: FIRST_MS });
    }
    const failed = reacted?.failing.get(held.halt.municipality);
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

  /** Moves the policies to `position`, and notes for whom they stand still, in one transaction. */
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
        it.held.set(each.municipality, { halt: each, tries: 1, restsUntil: performance.now() + FIRST_MS });
        this.report({ what: 'halted', ...each });
      }
    for (const { it } of moved) {
      if (position > it.position) it.position = position;
      it.faults = 0;
      it.reactions.passed();
    }
    await client.query(SAY_MOVED);
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

/** A policy that has taken a batch, except of the municipalities that it now stands still for. */
interface Moved {
  readonly it: Following;
  readonly appended: bigint;
  readonly halts: readonly Halt[];
}

/** What the policy reacts to, has not taken yet, and is not of a municipality that it stands still for. */
const eventsFor = ({ policy, position, held }: Following, batch: readonly LogEvent[]): readonly LogEvent[] =>
  batch.filter((logged) => logged.position > position && logged.type in policy.when && !held.has(logged.municipality));

const haltOf = ({ name }: Policy, { logged, fault }: FailedEvent): Halt => ({
  kind: 'policy',
  name,
  municipality: logged.municipality,
  position: logged.position,
  eventId: logged.id,
  type: logged.type,
  failure: describeFault(fault),
});
