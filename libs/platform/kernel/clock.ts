/** The only source of time, so that tests and demos can set the day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Does not advance by itself: for tests, and for the demo that simulates three school years. */
export class SettableClock implements Clock {
  constructor(private instant: Date) {}
  now(): Date {
    return this.instant;
  }
  set(instant: Date): void {
    this.instant = instant;
  }
}

/** Starts at `instant` and advances at normal speed (`SAMSPILL_CLOCK`). */
export const clockStartingAt = (instant: Date, real: Clock = systemClock): Clock => {
  const offset = instant.getTime() - real.now().getTime();
  return { now: () => new Date(real.now().getTime() + offset) };
};
