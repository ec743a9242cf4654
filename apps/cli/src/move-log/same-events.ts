import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '#platform/event-store';

/** An event in one log that is not the one in the other. `here` and `there` are positions, undefined where it ends. */
export interface Difference {
  readonly municipality: string;
  readonly here?: bigint;
  readonly there?: bigint;
}

/** How far two logs hold the same events, by municipality. */
export interface Sameness {
  /** Events of each municipality that both hold, from its beginning. */
  readonly same: ReadonlyMap<string, number>;
  /** The first events that differ, one a municipality; a log that only goes on further is no difference. */
  readonly differences: readonly Difference[];
  /** Events that only one of them holds, after all that are the same. */
  readonly onlyHere: number;
  readonly onlyThere: number;
}

interface Seen {
  readonly fingerprint: string;
  readonly position: bigint;
}

/** What one municipality's events are compared by: those that one log has told and the other not yet. */
interface Lane {
  readonly here: Seen[];
  readonly there: Seen[];
  same: number;
  differs: boolean;
}

/**
 * Compares two logs event by event in the order of each municipality: ids, streams, revisions, types and versions, and
 * data and metadata to the byte. Not compared: positions, which are each engine's own, and times of recording, which
 * PostgreSQL lets no one set back. Reads both side by side, so that little waits in memory while their orders are alike.
 */
export async function compareLogs(
  here: EventStore,
  there: EventStore,
  signal: AbortSignal,
  onProgress: (compared: number, share: number) => void = () => undefined,
): Promise<Sameness> {
  const lanes = new Map<string, Lane>();
  const differences: Difference[] = [];
  const head = await here.head();
  let compared = 0;
  const only = { here: 0, there: 0 };
  const ended = { here: false, there: false };
  const settle = (municipality: string, lane: Lane) => {
    while (lane.here.length > 0 && lane.there.length > 0 && !lane.differs) {
      const [one, other] = [lane.here.shift()!, lane.there.shift()!];
      if (one.fingerprint === other.fingerprint) lane.same += 1;
      else {
        lane.differs = true;
        differences.push({ municipality, here: one.position, there: other.position });
      }
      compared += 1;
    }
    // What the other log will never tell is counted and not kept.
    if (ended.there && lane.there.length === 0) only.here += lane.here.splice(0).length;
    if (ended.here && lane.here.length === 0) only.there += lane.there.splice(0).length;
  };
  const take = (events: readonly StoredEvent[], side: 'here' | 'there') => {
    for (const event of events) {
      const { municipality } = event.metadata;
      const lane = lanes.get(municipality) ?? { here: [], there: [], same: 0, differs: false };
      lanes.set(municipality, lane);
      if (!lane.differs) lane[side].push({ fingerprint: fingerprintOf(event), position: event.position });
      settle(municipality, lane);
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
  for (const [municipality, lane] of lanes) settle(municipality, lane);
  return {
    same: new Map([...lanes].map(([municipality, { same }]) => [municipality, same])),
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

const fingerprintOf = ({ id, stream, revision, type, schemaVersion, data, metadata }: StoredEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([id, stream, String(revision), type, schemaVersion, data, metadata]))
    .digest('base64');
