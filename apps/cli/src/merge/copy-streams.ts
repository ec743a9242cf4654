import { isConflict, type NewEvent, type StoredEvent } from '#platform/event-store';
import { stableId, TenantId, type EventMetadata } from '#platform/kernel';
import { StreamHandedOver, StreamTakenOver } from '#platform/streams';
import type { Log } from './close-streams.js';
import { idsIn, type Merger } from './merger.js';
import { metadataOf } from './merger-metadata.js';

/** Consecutive events of one stream, written by one append. */
type Run = [StoredEvent, ...StoredEvent[]];
const LONGEST_RUN = 100;

/** Streams that belong to a tenant and not to what it registers; the new tenant has its own. */
const OF_TENANT: ReadonlySet<string> = new Set(['municipality', 'coordinators']);
/** A person who becomes another keeps that one's details, so only these events of the replaced id are taken over. */
const OF_REPLACED: ReadonlySet<string> = new Set([
  ...['registry.RoleGiven', 'registry.SubstituteRoleGiven', 'registry.RoleEnded', 'registry.RoleRevoked'],
  ...['registry.SubstitutionNoted', 'registry.SubstitutedRoleEnded'],
]);
/** Streams with a unit's own details. Those of its meetings and follow-up are joined where two tenants have them. */
const OF_UNIT: ReadonlySet<string> = new Set(['unit', 'unitclosure']);

/**
 * Begins every stream of the tenant in the new one: an event that names the predecessor, and then its events, in the
 * order of the log, with their ids, data and metadata. Interrupted at any point and run again, it gives the same log.
 * Events are held for one page at a time.
 */
export async function copyStreams(
  log: Log,
  merger: Merger,
  tenant: string,
  signal: AbortSignal,
  onProgress: (copied: number, position: bigint) => void = () => undefined,
): Promise<number> {
  const copy = new Copy(log, merger, tenant);
  const head = await log.events.head();
  let copied = 0;
  for await (const page of log.events.readAll({ after: 0n, signal })) {
    for (const run of runsOf(page.filter((event) => event.position <= head && copy.takes(event)))) {
      signal.throwIfAborted();
      await copy.write(run);
      copied += run.length;
    }
    const { position } = page.at(-1)!;
    onProgress(copied, position);
    if (position >= head) break;
  }
  signal.throwIfAborted();
  return copied;
}

class Copy {
  private readonly idIn: (text: string) => string;
  private readonly replaced: ReadonlySet<string>;

  constructor(
    private readonly log: Log,
    private readonly merger: Merger,
    private readonly tenant: string,
  ) {
    this.idIn = idsIn(merger, tenant);
    this.replaced = new Set(merger.samePeople.map((it) => it.replaced));
  }

  /** True for the events that the new tenant gets. */
  takes({ tenant, stream, type }: StoredEvent): boolean {
    if (tenant !== this.tenant || type === StreamHandedOver.type) return false;
    const [category, id] = partsOf(stream);
    if (OF_TENANT.has(category)) return false;
    if (OF_UNIT.has(category)) return (this.merger.unitOf.get(id) ?? tenant) === tenant;
    return category !== 'person' || !this.replaced.has(id) || OF_REPLACED.has(type);
  }

  async write(run: Run): Promise<void> {
    const [first] = run;
    const { events } = this.log;
    const stream = this.idIn(first.stream);
    const copies = run.map((event) => this.copyOf(event));
    const [one, ...others] = first.revision === 0n ? [await this.beginning(first), ...copies] : copies;
    // The predecessor's revision r is r + 1 here, after the event that begins the stream.
    const expected = first.revision === 0n ? 'no-stream' : first.revision;
    const answer =
      stream === first.stream
        ? await events.append(this.merger.to.tenant, stream, expected, [one!, ...others])
        : { conflict: true };
    if ('conflict' in answer) await this.join(first, stream, [one!, ...others]);
  }

  /** Appends the events that are missing: to a stream that has two predecessors, or after a try that wrote some. */
  private async join(first: StoredEvent, stream: string, wanted: readonly NewEvent[]): Promise<void> {
    const { tenant } = this.merger.to;
    for (;;) {
      const there = await this.log.events.read(tenant, stream);
      const ids = new Set(there.map(({ id }) => id));
      const begins = await this.beginning(first);
      const whole = ids.has(begins.id) || wanted.some(({ id }) => id === begins.id) ? wanted : [begins, ...wanted];
      const [one, ...others] = whole.filter(({ id }) => !ids.has(id));
      if (!one) return;
      const expected = there.at(-1)?.revision ?? 'no-stream';
      if (!isConflict(await this.log.events.append(tenant, stream, expected, [one, ...others]))) return;
    }
  }

  private async beginning({ stream }: StoredEvent): Promise<NewEvent> {
    const { events, catalog, clock } = this.log;
    const history = await events.read(this.tenant, stream);
    const last = history.findLast(({ type }) => type !== StreamHandedOver.type)!;
    const from = { tenant: TenantId.parse(this.tenant), stream, revision: Number(last.revision) };
    const id = stableId('taken over', this.merger.to.tenant, this.tenant, stream);
    return catalog.encode(id, StreamTakenOver({ from }), metadataOf(this.merger, this.tenant, stream, clock));
  }

  /** Not upcast: what was written stays as it was written. */
  private copyOf({ id, type, schemaVersion, data, metadata, recordedAt }: StoredEvent): NewEvent {
    // Events of earlier versions name their municipality in the metadata, which says nothing about the new one.
    const { municipality: _, ...rest } = metadata as EventMetadata & { readonly municipality?: string };
    const takenOver = rest.takenOver ?? { tenant: this.tenant, recordedAt: recordedAt.toISOString() };
    return {
      id,
      type,
      schemaVersion,
      data: JSON.parse(this.idIn(JSON.stringify(data))) as unknown,
      metadata: { ...rest, actor: this.idIn(rest.actor), takenOver },
    };
  }
}

const partsOf = (stream: string): readonly [string, string] => {
  const at = stream.indexOf('-');
  return [stream.slice(0, at), stream.slice(at + 1)];
};

function runsOf(events: readonly StoredEvent[]): readonly Run[] {
  const runs: Run[] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && run.length < LONGEST_RUN && last?.stream === event.stream && last.revision + 1n === event.revision)
      run.push(event);
    else runs.push([event]);
  }
  return runs;
}
