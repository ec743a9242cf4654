import { randomUUID } from 'node:crypto';
import type { WorkingTables } from '#platform/database';
import { Slots, type Clock } from '#platform/kernel';
import { Claims, type Change, type Claimed, type Letter } from '../dispatch/claims.js';
import type { Handover } from '../dispatch/dispatch.js';
import { after, type DispatchProgress } from '../dispatch/dispatch-states.js';
import type { MailSetup } from '../mail-setup.js';
import type { MailComposer } from '../message/mail-composer.js';
import { SharedReadings } from '../message/shared-readings.js';
import { FolderTransport } from '../transport/folder-transport.js';
import type { MailTransport } from '../transport/mail-transport.js';
import { SmtpTransport } from '../transport/smtp-transport.js';
import { composeAll, type ComposeFault } from './compose.js';
import { GroupCommit } from './group-commit.js';

/** The result of one run. Holds ids, codes and numbers only. */
export interface Drained {
  readonly composed: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unsure: number;
  /** Faults of composers; their mails are tried later. At most `MOST_FAULTS` are listed. */
  readonly faults: readonly ComposeFault[];
  /** The server's code, or null, when the run ended because the mail server cannot be used; otherwise undefined. */
  readonly serverFailed?: number | null;
}

export interface MailSenderOptions {
  readonly tables: WorkingTables;
  readonly clock: Clock;
  readonly setup: MailSetup;
  /** The composers of all contexts; read when the first mail is sent. */
  readonly composers: () => readonly MailComposer[];
  /** Milliseconds after which another run takes over from one that is dead or frozen. */
  readonly leaseMs?: number;
  /** Dispatches that one run works on at a time. */
  readonly batch?: number;
  /** For specifications: wraps what hands mails over. */
  readonly transport?: MailTransport;
}

const LEASE_MS = 60_000;
const BATCH = 100;
const MOST_FAULTS = 20;
/** Mails that are under way for each connection, so that no connection waits for a commit and commits are shared. */
const AHEAD = 16;
/** Milliseconds for which batches are composed of one reading of the facts that they share. */
const READINGS_MS = 10_000;

/**
 * Sends what is due: composes it, keeps its bytes, and hands it over. Every mail goes this way, since only this class
 * has the transport. Any number of runs may work on a tenant at the same time, in any number of processes; each may die
 * at any point. A mail whose run died after the server had accepted it and before that was committed goes once more,
 * byte by byte the same.
 */
export class MailSender {
  private opened: MailTransport | undefined;
  private readonly runs = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  constructor(private readonly options: MailSenderOptions) {
    this.opened = options.transport;
  }

  /**
   * Sends what is due to people of a tenant until there is nothing left, the mail server cannot be used, or the signal
   * aborts; mails under way are then handed over first.
   */
  drain(tenant: string, signal: AbortSignal): Promise<Drained> {
    const { tables, leaseMs = LEASE_MS } = this.options;
    const claims = new Claims(tables, tenant, randomUUID(), leaseMs);
    const run = new Run(claims, tenant, this.transport(), this.options, AbortSignal.any([signal, this.closing.signal]));
    const running = run.untilNothingIsDue(leaseMs);
    this.runs.add(running);
    return running.finally(() => this.runs.delete(running));
  }

  /** Ends every run after the mails under way, and closes the connections. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.runs);
    await this.opened?.close();
  }

  private transport(): MailTransport {
    const { way } = this.options.setup;
    this.opened ??= 'smtp' in way ? new SmtpTransport(way.smtp) : new FolderTransport(way.folder);
    return this.opened;
  }
}

/** One run over a tenant's dispatches. */
class Run {
  private readonly counts = { composed: 0, accepted: 0, refused: 0, unsure: 0 };
  private readonly faults: ComposeFault[] = [];
  private serverFailed: number | null | undefined;
  private readings = { of: new SharedReadings(), since: performance.now() };
  /** The batch in preparation; never rejects. */
  private preparing: Promise<unknown> = Promise.resolve();
  /** One for each connection. */
  private readonly slots: Slots;
  /** One for each mail under way. */
  private readonly places: Slots;
  private readonly changes = new GroupCommit<Change, boolean>((changes) => this.save(changes));

  constructor(
    private readonly claims: Claims,
    private readonly tenant: string,
    private readonly transport: MailTransport,
    private readonly options: MailSenderOptions,
    private readonly signal: AbortSignal,
  ) {
    this.slots = new Slots(transport.connections);
    this.places = new Slots(transport.connections * AHEAD);
  }

  async untilNothingIsDue(leaseMs: number): Promise<Drained> {
    // A renewal that fails is followed by another; when the lease has expired, nothing more is changed.
    const renewal = setInterval(() => void this.claims.renew().catch(() => undefined), leaseMs / 4);
    try {
      let handing: Promise<void> = Promise.resolve();
      let coming = this.prepared();
      for (let batch = await coming; batch.taken > 0; batch = await coming) {
        const earlier = handing;
        handing = this.handOverAll(batch.ready);
        handing.catch(() => undefined);
        // While the ends of one full batch and the next are handed over, a third is composed: no more are in memory.
        const isFull = batch.taken === this.size;
        if (isFull) coming = this.prepared();
        await earlier;
        if (isFull) continue;
        await handing;
        coming = this.prepared();
      }
      await handing;
    } finally {
      clearInterval(renewal);
      await this.preparing;
      await this.claims.release();
    }
    const { counts, faults, serverFailed } = this;
    return { ...counts, faults, ...(serverFailed !== undefined && { serverFailed }) };
  }

  private get isOver(): boolean {
    return this.signal.aborted || this.serverFailed !== undefined;
  }

  private get size(): number {
    return this.options.batch ?? BATCH;
  }

  /** The next batch: how many were taken, and those of them that can be handed over. Nothing is taken when the run is over. */
  private prepared(): Promise<{ readonly taken: number; readonly ready: readonly Ready[] }> {
    const preparing = (async () => {
      if (this.isOver) return { taken: 0, ready: [] };
      const batch = await this.claims.take(this.size, this.options.clock.now());
      return { taken: batch.length, ready: await this.composed(batch) };
    })();
    this.preparing = preparing.catch(() => undefined);
    return preparing;
  }

  /** Facts change while a long run sends, so they are read again from time to time. */
  private readingsNow(): SharedReadings {
    const at = performance.now();
    if (at - this.readings.since > READINGS_MS) this.readings = { of: new SharedReadings(), since: at };
    return this.readings.of;
  }

  /** Those of a batch that can be handed over: composed now or before. */
  private async composed(batch: readonly Claimed[]): Promise<readonly Ready[]> {
    const { clock, composers, setup } = this.options;
    const now = clock.now();
    const changes = await composeAll(
      batch.filter(({ progress }) => progress.state === 'due'),
      {
        ...{ tenant: this.tenant, now, readings: this.readingsNow(), setup, composers: composers() },
        onFault: (fault) => void (this.faults.length < MOST_FAULTS && this.faults.push(fault)),
      },
    );
    const openUntil = new Map(batch.map((each) => [each.dispatchId, each.openUntil] as const));
    const saved = changes.length === 0 ? new Set<string>() : await this.claims.save(changes, now);
    const fresh = changes.flatMap(({ dispatchId, next, letter }) =>
      letter && next.state === 'composed' && saved.has(dispatchId)
        ? [{ dispatchId, progress: next, letter, openUntil: openUntil.get(dispatchId) ?? null }]
        : [],
    );
    this.counts.composed += fresh.length;
    const kept = batch.flatMap(({ dispatchId, progress, letter, openUntil }) =>
      letter ? [{ dispatchId, progress, letter, openUntil }] : [],
    );
    return [...kept, ...fresh];
  }

  private async handOverAll(ready: readonly Ready[]): Promise<void> {
    const ended = await Promise.allSettled(ready.map((each) => this.places.run(() => this.handOver(each))));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async handOver(ready: Ready): Promise<void> {
    const inTurn: InTurn = (work) => this.slots.run(work);
    // A mail that becomes unsure for the second time is not handed over again. So one that was unsure before is begun when
    // a connection is free: it must not become unsure because the process died before its turn.
    if (ready.progress.unsure > 0) await inTurn(() => this.begunAndAnswered(ready, (work) => work()));
    else await this.begunAndAnswered(ready, inTurn);
  }

  private async begunAndAnswered({ dispatchId, progress, letter, openUntil }: Ready, inTurn: InTurn): Promise<void> {
    if (this.isOver || !(await this.transport.turn(this.signal))) return;
    // A long run may outlast the hours of the mails that it has claimed.
    if (openUntil !== null && openUntil <= this.options.clock.now()) return;
    const begun = after(progress, { type: 'begun' });
    // Committed before the first byte; false when another run has taken the mail over.
    if (!(await this.changes.add({ dispatchId, before: progress, next: begun }))) return;
    const answer = await inTurn(async () => !this.isOver && this.handedOver(letter, dispatchId));
    if (!answer) {
      // The run ended before its turn came: another run begins it anew.
      await this.changes.add({ dispatchId, before: begun, next: after(begun, { type: 'put-back' }) });
      return;
    }
    const next = after(begun, { type: 'answered', answer, at: this.options.clock.now() });
    await this.changes.add({ dispatchId, before: begun, next, answer });
    this.count(answer);
  }

  /** A server that cannot be used is noted before anything is committed, so that no further connection is tried. */
  private async handedOver(letter: Letter, dispatchId: string): Promise<Handover> {
    const answer = await this.transport.handOver(letter, dispatchId);
    if ('refused' in answer && answer.of === 'server') this.serverFailed = answer.code;
    return answer;
  }

  private count(answer: Handover): void {
    if ('accepted' in answer) this.counts.accepted += 1;
    else if ('unsure' in answer) this.counts.unsure += 1;
    else this.counts.refused += 1;
  }

  private async save(changes: readonly Change[]): Promise<readonly boolean[]> {
    const saved = await this.claims.save(changes, this.options.clock.now());
    return changes.map(({ dispatchId }) => saved.has(dispatchId));
  }
}

/** Does the work when a connection is free. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A composed mail that may be handed over. */
interface Ready {
  readonly dispatchId: string;
  readonly progress: DispatchProgress;
  readonly letter: Letter;
  readonly openUntil: Date | null;
}
