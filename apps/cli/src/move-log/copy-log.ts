import { isConflict, type EventStore, type NewEvent, type StoredEvent } from '#platform/event-store';
import type { SettableClock } from '#platform/kernel';

/** The target was written to by somebody else while the log was copied to it. */
export class TargetChanged extends Error {
  override readonly name = 'TargetChanged';
}

export interface CopyTarget {
  readonly events: EventStore;
  /** What the target records events by: set to each event's own time before it is written. */
  readonly clock: SettableClock;
  /** How many municipalities may be written side by side; 1 keeps the order of the whole log and the times exact. */
  readonly lanes: number;
}

/** Events of one append: neighbours in the log that one command has written. */
type Run = [StoredEvent, ...StoredEvent[]];
/** An append takes no more than this, in events; the server has a limit in bytes, which what one command writes is far from. */
const LONGEST_RUN = 100;

/**
 * Appends to the target what it lacks, in the order of each municipality and as one command wrote it; answers how many
 * events. `there` says how many events of each municipality it holds already. Broken off and begun again it goes on.
 */
export async function copyLog(
  source: EventStore,
  target: CopyTarget,
  there: ReadonlyMap<string, number>,
  signal: AbortSignal,
  onProgress: (copied: number, share: number) => void = () => undefined,
): Promise<number> {
  const left = new Map(there);
  const lanes = new Map<string, Promise<void>>();
  const head = await source.head();
  let copied = 0;
  for await (const page of source.readAll({ after: 0n, signal, batchSize: 2_000 })) {
    const lacking = page.filter(({ metadata: { municipality } }) => {
      const skipped = left.get(municipality) ?? 0;
      if (skipped > 0) left.set(municipality, skipped - 1);
      return skipped === 0;
    });
    for (const run of runsOf(lacking)) {
      const lane = target.lanes === 1 ? '' : run[0].metadata.municipality;
      while (!lanes.has(lane) && lanes.size >= target.lanes) await Promise.race(lanes.values());
      const before = lanes.get(lane) ?? Promise.resolve();
      const writing = before.then(() => append(target, run));
      const done = writing.finally(() => lanes.get(lane) === done && lanes.delete(lane));
      // Met when the page is done with; until then it must not end the process.
      done.catch(() => undefined);
      lanes.set(lane, done);
    }
    await Promise.all(lanes.values());
    signal.throwIfAborted();
    copied += lacking.length;
    onProgress(copied, Number(page.at(-1)!.position) / Number(head));
  }
  signal.throwIfAborted();
  return copied;
}

async function append({ events, clock }: CopyTarget, run: Run): Promise<void> {
  const [first] = run;
  const [one, ...others] = run.map(({ id, type, schemaVersion, data, metadata }): NewEvent => ({
    id,
    type,
    schemaVersion,
    data,
    metadata,
  }));
  clock.set(first.recordedAt);
  const answer = await events.append(first.stream, first.revision === 0n ? 'no-stream' : first.revision - 1n, [
    one!,
    ...others,
  ]);
  if (isConflict(answer))
    throw new TargetChanged(
      `Stream ${first.stream} stands at revision ${answer.conflict.actual} in the target, and it should stand before ${first.revision}`,
    );
}

function runsOf(events: readonly StoredEvent[]): readonly Run[] {
  const runs: Run[] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last?.stream === event.stream &&
      last.revision + 1n === event.revision &&
      last.metadata.commandId === event.metadata.commandId &&
      last.recordedAt.getTime() === event.recordedAt.getTime();
    if (run && goesOn && run.length < LONGEST_RUN) run.push(event);
    else runs.push([event]);
  }
  return runs;
}
