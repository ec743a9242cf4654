import type { EventCatalog, EventStore, StoredEvent } from '#platform/event-store';
import { isConflict } from '#platform/event-store';
import { stableId, TenantId, type Clock } from '#platform/kernel';
import { StreamHandedOver } from '#platform/streams';
import type { Merger } from './merger.js';
import { metadataOf } from './merger-metadata.js';

export interface Log {
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly clock: Clock;
}

/** Streams that are ended at the same time, in any order. */
const AT_A_TIME = 16;

/** Another merger has handed the stream over to another municipality. */
export class HandedOverElsewhere extends Error {
  override readonly name = 'HandedOverElsewhere';
}

/** Ends the stream of the municipality itself: nobody can sign in there any more. */
export const closeMunicipality = (log: Log, merger: Merger, tenant: string): Promise<void> =>
  close(log, merger, tenant, `municipality-${tenant}`);

/**
 * Ends every stream of the tenants that begins after the position, up to the end of the log; streams that were ended
 * before stay as they are. Returns their number, and the position to continue from.
 */
export async function closeStreams(
  log: Log,
  merger: Merger,
  after: bigint,
  signal: AbortSignal,
  onProgress: (closed: number, position: bigint) => void = () => undefined,
): Promise<{ readonly closed: number; readonly position: bigint }> {
  const tenants = new Set(merger.from);
  const head = await log.events.head();
  let position = after;
  let closed = 0;
  for await (const page of log.events.readAll({ after, signal })) {
    const begun = page.filter((event) => event.position <= head && event.revision === 0n && tenants.has(event.tenant));
    for (let first = 0; first < begun.length; first += AT_A_TIME) {
      const some = begun.slice(first, first + AT_A_TIME);
      const ends = await Promise.allSettled(some.map(({ tenant, stream }) => close(log, merger, tenant, stream)));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
      signal.throwIfAborted();
      closed += some.length;
      onProgress(closed, some.at(-1)!.position);
    }
    const last = page.at(-1)!.position;
    position = last < head ? last : head;
    if (position === head) break;
  }
  signal.throwIfAborted();
  return { closed, position };
}

async function close({ events, catalog, clock }: Log, merger: Merger, tenant: string, stream: string): Promise<void> {
  const { tenant: to, number, name } = merger.to;
  const ended = StreamHandedOver({ to: { tenant: TenantId.parse(to), number, name }, on: merger.on });
  const event = catalog.encode(
    stableId('merger', to, tenant, stream),
    ended,
    metadataOf(merger, tenant, stream, clock),
  );
  for (;;) {
    const last = (await events.read(tenant, stream)).at(-1);
    if (!last) return;
    if (isEnd(last)) return demandSame(last, to);
    // Somebody wrote meanwhile: the stream ends after that.
    if (!isConflict(await events.append(tenant, stream, last.revision, [event]))) return;
  }
}

const isEnd = ({ type }: StoredEvent): boolean => type === StreamHandedOver.type;

function demandSame({ data, tenant, stream }: StoredEvent, to: string): void {
  const successor = StreamHandedOver.schema.parse(data).to.tenant;
  if (successor !== to) throw new HandedOverElsewhere(`${tenant}/${stream} was handed over to ${successor}`);
}
