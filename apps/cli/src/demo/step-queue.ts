import type { SettableClock } from '#platform/kernel';

type Step = () => Promise<void>;

/**
 * Queue of planned steps in order of time. The clock is set to each moment in turn; steps of the same moment run
 * concurrently, except those of the same lane (a unit), which run in the order they were planned.
 */
export class StepQueue {
  private readonly moments = new Map<number, Map<string, Step[]>>();
  private readonly times: number[] = [];
  private now = -Infinity;

  /** Plans a step; one planned for a past moment runs at the current one. */
  at(instant: Date, lane: string, happening: Step): void {
    const time = Math.max(instant.getTime(), this.now);
    let lanes = this.moments.get(time);
    if (!lanes) {
      this.moments.set(time, (lanes = new Map<string, Step[]>()));
      this.times.splice(this.placeOf(time), 0, time);
    }
    const before = lanes.get(lane);
    if (before) before.push(happening);
    else lanes.set(lane, [happening]);
  }

  /** Runs all steps until `until`; later steps never run. */
  async live(clock: SettableClock, until: Date, onMoment: (at: Date) => Promise<void> | void, signal: AbortSignal) {
    for (let time = this.times[0]; time !== undefined && time <= until.getTime(); time = this.times[0]) {
      signal.throwIfAborted();
      this.now = time;
      clock.set(new Date(time));
      const lanes = this.moments.get(time)!;
      this.moments.delete(time);
      this.times.shift();
      await Promise.all([...lanes.values()].map(inOrder));
      await onMoment(new Date(time));
    }
  }

  private placeOf(time: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

async function inOrder(happenings: readonly Step[]): Promise<void> {
  for (const happening of happenings) await happening();
}
