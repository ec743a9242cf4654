import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '#platform/event-store';

/** An event that differs between two logs. `here` and `there` are positions, undefined past the end. */
export interface Difference {
  readonly tenant: string;
  readonly here?: bigint;
  readonly there?: bigint;
}

/** Extent to which two logs hold the same events, by tenant. */
export interface LogComparison {
  /** Number of equal events of each tenant, from its beginning. */
  readonly same: ReadonlyMap<string, number>;
  /** The first differing event per tenant; a log that is merely longer is no difference. */
  readonly differences: readonly Difference[];
  /** Number of events after the equal ones that only one log holds. */
  readonly onlyHere: number;
  readonly onlyThere: number;
}

interface Seen {
  readonly fingerprint: string;
  readonly position: bigint;
}

/** Comparison state of one tenant: events read from one log but not yet from the other. */
interface Lane {
  readonly here: Seen[];
  readonly there: Seen[];
  same: number;
  differs: boolean;
}

/**
 * Compares two logs event by event in the order of each tenant: ids, streams, revisions, types and versions, and
 * data and metadata byte by byte. Not compared: positions, which are engine-specific, and recording times, which
 * PostgreSQL does not allow to be set back. Reads both logs in step, so that few events are buffered while their orders
 * are similar.
 */
export async function compareLogs(
  here: EventStore,
  there: EventStore,
  signal: AbortSignal,
  onProgress: (compared: number, share: number) => void = () => undefined,
): Promise<LogComparison> {
  const lanes = new Map<string, Lane>();
  const differences: Difference[] = [];
  const head = await here.head();
  let compared = 0;
  const only = { here: 0, there: 0 };
  const ended = { here: false, there: false };
  const settle = (tenant: string, lane: Lane) => {
    while (lane.here.length > 0 && lane.there.length > 0 && !lane.differs) {
      const [one, other] = [lane.here.shift()!, lane.there.shift()!];
      if (one.fingerprint === other.fingerprint) lane.same += 1;
      else {
        lane.differs = true;
        differences.push({ tenant, here: one.position, there: other.position });
      }
      compared += 1;
    }
    // Events that the other log can no longer contain are counted but not kept.
    if (ended.there && lane.there.length === 0) only.here += lane.here.splice(0).length;
    if (ended.here && lane.here.length === 0) only.there += lane.there.splice(0).length;
  };
  const take = (events: readonly StoredEvent[], side: 'here' | 'there') => {
    for (const event of events) {
      const { tenant } = event;
      const lane = lanes.get(tenant) ?? { here: [], there: [], same: 0, differs: false };
      lanes.set(tenant, lane);
      if (!lane.differs) lane[side].push({ fingerprint: fingerprintOf(event), position: event.position });
      settle(tenant, lane);
    }
  };
  const [ours, theirs] = [pages(here, signal), pages(there, signal)];
  for (;;) {
    const [one, other] = await Promise.all([ours.next(), theirs.next()]);
    ended.here ||= one.done === true;
    ended.there ||= other.done === true;
    if (one.value) take(one.value, 'here');
    if (other.value) take(other.value, 'there');
    if (one.value) onProgress(compared, Number(one.value.at(-1)!.position) / Number(head));
    if (ended.here && ended.there) break;
  }
  signal.throwIfAborted();
  for (const [tenant, lane] of lanes) settle(tenant, lane);
  return {
    same: new Map([...lanes].map(([tenant, { same }]) => [tenant, same])),
    differences,
    onlyHere: only.here,
    onlyThere: only.there,
  };
}

const pages = (store: EventStore, signal: AbortSignal) =>
  store.readAll({ after: 0n, signal, batchSize: 2_000 })[Symbol.asyncIterator]() as AsyncIterator<
    readonly StoredEvent[],
    undefined
  >;

const fingerprintOf = ({ id, tenant, stream, revision, type, schemaVersion, data, metadata }: StoredEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([id, tenant, stream, String(revision), type, schemaVersion, data, metadata]))
    .digest('base64');
