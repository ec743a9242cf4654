import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { LOCKS, urlOf } from '#platform/database';
import type { EventCatalog, EventStore } from '#platform/event-store';
import {
  decoder,
  describeFault,
  lead,
  persist,
  rest,
  SAY_MOVED,
  silent,
  STANDINGS,
  stop,
  type Decode,
  type LogEvent,
  type Report,
  type Standing,
} from '#platform/followers';
import type { Policy } from './policy.js';
import { Reactions, type AnyStreams } from './reactions.js';

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
}

/** A policy at work. */
interface Following {
  readonly policy: Policy;
  readonly reactions: Reactions;
  position: bigint;
  /** Faults one after another; 0 while all is well. */
  faults: number;
  /** Not to be tried before this moment (`performance.now()`). */
  restsUntil: number;
}

const FIRST_MS = 100;
const LONGEST_MS = 10_000;
/** After so many faults in a row readers no longer wait for the policy, and health says that it is stopped. */
const STOPPED_AFTER = 4;
const BATCH = 500;

/**
 * Carries on what follows from events: every policy has its own place in the log, and moves on when its reactions to a
 * batch are in the log too. At least once: a reaction's command id is made from the event, so a repeat changes nothing.
 * A fault holds up its policy alone; it is tried again until it goes.
 */
export class PolicyRunner {
  private readonly decode: Decode;
  private readonly report: Report;

  constructor(private readonly options: PolicyRunnerOptions) {
    this.decode = decoder(options.catalog, new Set(options.policies.flatMap((policy) => Object.keys(policy.when))));
    this.report = options.report ?? silent;
  }

  /** Works until `signal` aborts; then it ends quietly when the reactions under way have been answered. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.options.policies.length === 0) return;
    await persist('policies', signal, this.report, async () => {
      const client = await lead(urlOf(this.options.source), LOCKS.policies, signal);
      if (!client) return;
      try {
        this.report({ what: 'leading', who: 'policies' });
        const following = await this.enrol(client);
        while (!signal.aborted) await this.follow(client, following, signal);
      } finally {
        await client.end().catch(() => undefined);
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
    return this.options.policies.map((policy) => ({
      policy,
      reactions: new Reactions(policy, this.options.streams, this.report),
      position: rows.find(({ name }) => name === policy.name)!.position,
      faults: 0,
      restsUntil: 0,
    }));
  }

  /** Follows the log with all policies that do not rest, until one has rested enough. */
  private async follow(client: Client, all: readonly Following[], signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const awake = all.filter(({ restsUntil }) => restsUntil <= now);
    const resting = all.filter((it) => !awake.includes(it));
    const wakesIn = Math.min(...resting.map(({ restsUntil }) => restsUntil - now));
    if (awake.length === 0) return rest(wakesIn, signal);
    const round = new AbortController();
    const timer = resting.length > 0 ? setTimeout(() => round.abort(), wakesIn) : undefined;
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

  /** One policy after another reacts to what it has not taken yet. Answers false when one of them must rest. */
  private async take(client: Client, awake: readonly Following[], batch: readonly LogEvent[]): Promise<boolean> {
    const moved: { readonly it: Following; readonly appended: bigint }[] = [];
    for (const it of awake) {
      try {
        moved.push({ it, appended: await it.reactions.to(eventsFor(it, batch), client) });
      } catch (fault) {
        await this.letRest(client, it, fault);
      }
    }
    await this.save(client, moved, batch.at(-1)!.position);
    return moved.length === awake.length;
  }

  private async save(
    client: Client,
    moved: readonly { readonly it: Following; readonly appended: bigint }[],
    position: bigint,
  ): Promise<void> {
    await client.query(
      `update log_follower as it set position = greatest(it.position, $3), appended = greatest(it.appended, moved.appended),
         state = 'following', failed_position = null, failed_type = null, failure = null
       from unnest($1::text[], $2::bigint[]) as moved(name, appended)
       where it.kind = 'policy' and it.name = moved.name`,
      [moved.map(({ it }) => it.policy.name), moved.map(({ appended }) => appended), position],
    );
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

/** What the policy reacts to and has not taken yet. Throws where such an event cannot be read by this program. */
function eventsFor({ policy, position }: Following, batch: readonly LogEvent[]) {
  return batch
    .filter((logged) => logged.position > position && logged.type in policy.when)
    .map(({ event, fault }) => {
      if (!event) throw fault;
      return event;
    });
}
