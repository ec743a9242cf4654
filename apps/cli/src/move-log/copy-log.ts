import { isConflict, type EventStore, type NewEvent, type StoredEvent } from '#platform/event-store';
import type { SettableClock } from '#platform/kernel';

/** Another writer appended to the target while the log was copied. */
export class TargetChanged extends Error {
  override readonly name = 'TargetChanged';
}

export interface CopyTarget {
  readonly events: EventStore;
  /** Clock of the target; set to each event's own time before it is written. */
  readonly clock: SettableClock;
  /** Number of tenants written concurrently; 1 keeps the order of the whole log and exact times. */
  readonly lanes: number;
}

/** Events of one append: consecutive events written by one command. */
type Run = [StoredEvent, ...StoredEvent[]];
/** Most events per append; the server's limit is in bytes, which one command's events are far below. */
const LONGEST_RUN = 100;

/**
 * Appends the missing events to the target, in the order of each tenant and grouped by command; returns their
 * number. `there` gives the number of events each tenant already has there. After an interruption it continues.
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
    const lacking = page.filter(({ tenant }) => {
      const skipped = left.get(tenant) ?? 0;
      if (skipped > 0) left.set(tenant, skipped - 1);
      return skipped === 0;
    });
    for (const run of runsOf(lacking)) {
      const lane = target.lanes === 1 ? '' : run[0].tenant;
      while (!lanes.has(lane) && lanes.size >= target.lanes) await Promise.race(lanes.values());
      const before = lanes.get(lane) ?? Promise.resolve();
      const writing = before.then(() => append(target, run));
      const done = writing.finally(() => lanes.get(lane) === done && lanes.delete(lane));
      // Awaited at the end of the page; until then a rejection must not end the process.
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
  const answer = await events.append(
    first.tenant,
    first.stream,
    first.revision === 0n ? 'no-stream' : first.revision - 1n,
    [one!, ...others],
  );
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
