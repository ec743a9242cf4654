import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { Freshness } from '#platform/followers';
import { LIVE_OPTIONS, type LiveOptions } from './live-options.js';
import { TenantChanges, type OnChange, type OnWritten } from './tenant-changes.js';

/**
 * Follows the log and reports, once the read models have caught up, which kinds of streams have changed in a
 * tenant. Deliberately coarse: it contains nothing confidential, and listeners read again what they may read.
 */
@Injectable()
export class LogChanges implements OnModuleDestroy {
  private readonly closing = new AbortController();
  /** By tenant, from its first listener on: a process without listeners need not read the log. */
  private readonly tenants = new Map<string, Promise<TenantChanges>>();

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly freshness: Freshness,
    @Inject(LIVE_OPTIONS) private readonly options: LiveOptions,
  ) {}

  /**
   * Calls `onChange` with changes in the tenant until `signal` aborts. The first call comes at once: the current
   * position, or the changes after `since`, if given.
   */
  async follow(tenant: string, since: bigint | undefined, signal: AbortSignal, onChange: OnChange) {
    const changes = await this.of(tenant);
    if (!signal.aborted) changes.follow(since, signal, onChange);
  }

  /** Calls `onWritten` with the streams of the tenant that are written, until `signal` aborts. */
  async watch(tenant: string, signal: AbortSignal, onWritten: OnWritten) {
    const changes = await this.of(tenant);
    if (!signal.aborted) changes.watch(signal, onWritten);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    const begun = await Promise.allSettled(this.tenants.values());
    await Promise.all(begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value.ended] : [])));
  }

  private of(tenant: string): Promise<TenantChanges> {
    const known = this.tenants.get(tenant);
    if (known) return known;
    const begun = this.begin(tenant);
    this.tenants.set(tenant, begun);
    // The next listener tries again.
    begun.catch(() => this.tenants.delete(tenant));
    return begun;
  }

  private async begin(tenant: string): Promise<TenantChanges> {
    const head = await this.events.head();
    return new TenantChanges(tenant, head, {
      events: this.events,
      freshness: this.freshness,
      everyMs: this.options.changesEveryMs,
      closing: this.closing.signal,
    });
  }
}
